package org.zhuxi.activity.internal;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Sha256;

/**
 * SHA-256 over what a submission says, in one canonical form: the same content has the same hash however it was written
 * down, in whichever unit and order. Every text is preceded by its length, so that no two contents run together.
 */
record ContentHash(long first, long second, long third, long fourth) {

    private static final int FORM = 1;

    /** @param quantities in base units */
    static ContentHash of(Submission submission, Map<String, BigDecimal> quantities) {
        var bytes = new ByteArrayOutputStream(256);
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(FORM);
            text(out, submission.kind());
            text(out, submission.place());
            text(out, submission.household());
            text(out, submission.site());
            text(out, submission.occurredAt().truncatedTo(ChronoUnit.MICROS));
            out.writeInt(quantities.size());
            for (var quantity : new TreeMap<>(quantities).entrySet()) {
                text(out, quantity.getKey());
                text(out, quantity.getValue().stripTrailingZeros().toPlainString());
            }
            text(out, submission.grade());
            text(out, submission.note());
            var evidence = new TreeSet<>(submission.evidence());
            out.writeInt(evidence.size());
            for (var file : evidence) {
                text(out, file);
            }
            text(out, submission.supersedes());
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory cannot fail", e);
        }
        return from(Sha256.of(bytes.toByteArray()));
    }

    static ContentHash from(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        return new ContentHash(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
    }

    byte[] bytes() {
        return ByteBuffer.allocate(32)
                .putLong(first)
                .putLong(second)
                .putLong(third)
                .putLong(fourth)
                .array();
    }

    private static void text(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        var text = value.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(text.length);
        out.write(text);
    }
}

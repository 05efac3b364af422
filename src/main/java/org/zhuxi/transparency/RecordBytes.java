package org.zhuxi.transparency;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes a record as the bytes that the log commits to: the number of its format, then each column in a fixed order, big
 * endian. A column that may be missing begins with 1 when it is there and is 0 alone when it is not; a text is its length
 * in bytes (4) and UTF-8; a moment counts microseconds and a day counts days since 1970.
 */
public final class RecordBytes {

    private static final int USUAL_LENGTH = 384;

    private ByteBuffer bytes = ByteBuffer.allocate(USUAL_LENGTH);

    /** @param format which columns follow, 1 to 255; never reused for others */
    public RecordBytes(int format) {
        small(format);
    }

    public RecordBytes small(int value) {
        room(Byte.BYTES).put((byte) value);
        return this;
    }

    public RecordBytes integer(int value) {
        room(Integer.BYTES).putInt(value);
        return this;
    }

    public RecordBytes bigint(long value) {
        room(Long.BYTES).putLong(value);
        return this;
    }

    public RecordBytes uuid(UUID value) {
        return bigint(value.getMostSignificantBits()).bigint(value.getLeastSignificantBits());
    }

    public RecordBytes date(LocalDate value) {
        return integer((int) value.toEpochDay());
    }

    public RecordBytes instant(Instant value) {
        return bigint(Math.addExact(Math.multiplyExact(value.getEpochSecond(), 1_000_000L), value.getNano() / 1_000));
    }

    /** Bytes of a length that the format fixes, such as a hash. */
    public RecordBytes raw(byte[] value) {
        room(value.length).put(value);
        return this;
    }

    public RecordBytes text(String value) {
        var utf8 = value.getBytes(StandardCharsets.UTF_8);
        return integer(utf8.length).raw(utf8);
    }

    /** Pairs of texts in the order of their names, after their number. */
    public RecordBytes map(SortedMap<String, String> values) {
        integer(values.size());
        values.forEach((name, value) -> text(name).text(value));
        return this;
    }

    public RecordBytes optionalInteger(@Nullable Integer value) {
        return value == null ? small(0) : small(1).integer(value);
    }

    public RecordBytes optionalBigint(@Nullable Long value) {
        return value == null ? small(0) : small(1).bigint(value);
    }

    public RecordBytes optionalUuid(@Nullable UUID value) {
        return value == null ? small(0) : small(1).uuid(value);
    }

    public RecordBytes optionalDate(@Nullable LocalDate value) {
        return value == null ? small(0) : small(1).date(value);
    }

    public RecordBytes optionalText(@Nullable String value) {
        return value == null ? small(0) : small(1).text(value);
    }

    public byte[] toBytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    private ByteBuffer room(int length) {
        if (bytes.remaining() < length) {
            bytes = ByteBuffer.allocate(2 * bytes.capacity() + length).put(bytes.flip());
        }
        return bytes;
    }
}

package org.zhuxi.transparency.internal;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A text with signatures, after c2sp.org/signed-note.
 *
 * @param text ends with a newline
 * @param signatures in their order; at least one
 */
record SignedNote(String text, List<Line> signatures) {

    private static final String DASH = "— ";
    private static final int MOST_SIGNATURES = 64;

    SignedNote {
        signatures = List.copyOf(signatures);
    }

    /** One signature: who made it, which key, and the bytes. */
    record Line(String name, int keyId, byte[] signature) {

        /** @throws IllegalArgumentException when it is not a signature line without its newline */
        static Line parse(String line) {
            var parts = line.split(" ", -1);
            if (!line.startsWith(DASH) || parts.length != 3 || !VerifierKey.isName(parts[1])) {
                throw new IllegalArgumentException("Not a signature line");
            }
            var bytes = ByteBuffer.wrap(Base64Text.parse(parts[2]));
            if (bytes.remaining() <= Integer.BYTES) {
                throw new IllegalArgumentException("A signature is too short");
            }
            var keyId = bytes.getInt();
            var signature = new byte[bytes.remaining()];
            bytes.get(signature);
            return new Line(parts[1], keyId, signature);
        }

        /** With its newline. */
        @Override
        public String toString() {
            var bytes = ByteBuffer.allocate(Integer.BYTES + signature.length)
                    .putInt(keyId)
                    .put(signature);
            return DASH + name + " " + Base64Text.of(bytes.array()) + "\n";
        }
    }

    /** @throws IllegalArgumentException when it has not the form of a signed note */
    static SignedNote parse(String note) {
        if (note.chars().anyMatch(c -> (c < ' ' && c != '\n') || c == 0xFFFD)) {
            throw new IllegalArgumentException("A note has no control characters");
        }
        var gap = note.lastIndexOf("\n\n");
        if (gap < 0 || !note.endsWith("\n")) {
            throw new IllegalArgumentException(
                    "A note is text, an empty line and signatures, each ending with a newline");
        }
        var below = note.substring(gap + 2);
        if (below.isEmpty()) {
            throw new IllegalArgumentException("A note has at least one signature");
        }
        var lines = new ArrayList<Line>();
        for (var line : below.substring(0, below.length() - 1).split("\n", -1)) {
            lines.add(Line.parse(line));
        }
        if (lines.size() > MOST_SIGNATURES) {
            throw new IllegalArgumentException("Too many signatures");
        }
        return new SignedNote(note.substring(0, gap + 1), lines);
    }

    /**
     * Whether the key signed the text; empty when there is no signature by it.
     *
     * @throws IllegalArgumentException when there is one and it is false, for such a note is to be rejected as a whole
     */
    Optional<Line> signedBy(VerifierKey key) {
        var made = signatures.stream()
                .filter(line -> line.name().equals(key.name()) && line.keyId() == key.id())
                .toList();
        if (!made.stream().allMatch(line -> key.verifies(text, line.signature()))) {
            throw new IllegalArgumentException("A signature by " + key.name() + " is false");
        }
        return made.stream().findFirst();
    }

    SignedNote with(List<Line> more) {
        var all = new ArrayList<>(signatures);
        all.addAll(more);
        return new SignedNote(text, all);
    }

    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(note::append);
        return note.toString();
    }
}

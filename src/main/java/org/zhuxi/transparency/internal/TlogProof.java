package org.zhuxi.transparency.internal;

import java.util.ArrayList;
import java.util.List;

/**
 * A receipt that can be checked offline, after c2sp.org/tlog-proof@v1.
 *
 * @param extra what the leaf was made of: the salt and the row
 * @param index of the leaf
 * @param path from the leaf's sibling to the root's child
 * @param checkpoint the signed checkpoint, word for word
 */
record TlogProof(byte[] extra, long index, List<byte[]> path, SignedNote checkpoint) {

    static final String HEADER = "c2sp.org/tlog-proof@v1";

    private static final String EXTRA = "extra ";
    private static final String INDEX = "index ";
    private static final int LONGEST_PATH = 63;

    TlogProof {
        path = List.copyOf(path);
    }

    /** @throws IllegalArgumentException when it has not exactly the form of a receipt of this log */
    static TlogProof parse(String text) {
        var gap = text.indexOf("\n\n");
        if (gap < 0) {
            throw new IllegalArgumentException("A receipt ends with a checkpoint");
        }
        var lines = text.substring(0, gap).split("\n", -1);
        if (lines.length < 3
                || lines.length > 3 + LONGEST_PATH
                || !lines[0].equals(HEADER)
                || !lines[1].startsWith(EXTRA)
                || !lines[2].startsWith(INDEX)) {
            throw new IllegalArgumentException("A receipt begins with its kind, extra and index");
        }
        var path = new ArrayList<byte[]>();
        for (var i = 3; i < lines.length; i++) {
            path.add(Base64Text.hash(lines[i]));
        }
        return new TlogProof(
                Base64Text.parse(lines[1].substring(EXTRA.length())),
                Base64Text.number(lines[2].substring(INDEX.length())),
                path,
                SignedNote.parse(text.substring(gap + 2)));
    }

    @Override
    public String toString() {
        var text = new StringBuilder(HEADER).append('\n');
        text.append(EXTRA).append(Base64Text.of(extra)).append('\n');
        text.append(INDEX).append(index).append('\n');
        path.forEach(hash -> text.append(Base64Text.of(hash)).append('\n'));
        return text.append('\n').append(checkpoint).toString();
    }
}

package org.zhuxi.transparency.internal;

import java.util.Arrays;

/**
 * The size and root of a log, after c2sp.org/tlog-checkpoint.
 *
 * @param origin unique name of the log, such as {@code zhuxi.example/log}
 * @param size number of leaves
 * @param root hash of 32 bytes
 */
record Checkpoint(String origin, long size, byte[] root) {

    /**
     * Reads the text of a note; further lines are allowed and left aside.
     *
     * @throws IllegalArgumentException when it is no checkpoint
     */
    static Checkpoint parse(String text) {
        var lines = text.split("\n", -1);
        // the text ends with a newline, so that one empty string follows the last line
        if (lines.length < 4 || Arrays.stream(lines, 0, lines.length - 1).anyMatch(String::isEmpty)) {
            throw new IllegalArgumentException("A checkpoint has three lines or more");
        }
        return new Checkpoint(lines[0], Base64Text.number(lines[1]), Base64Text.hash(lines[2]));
    }

    boolean isSameTree(Checkpoint other) {
        return size == other.size && Arrays.equals(root, other.root);
    }

    String text() {
        return origin + "\n" + size + "\n" + Base64Text.of(root) + "\n";
    }
}

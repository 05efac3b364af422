package org.zhuxi.transparency.internal;

import java.util.ArrayList;
import java.util.List;

/** Makes proofs from the hashes in tiles (RFC 6962 §2.1.1 and §2.1.2). */
final class HashTree {

    private static final int LEVELS_IN_A_TILE = 8;

    private final Hashes hashes;
    private final TreeHasher hasher = new TreeHasher();

    /** Hashes by level of tile: at level 0 the leaves, at level l the roots of 256^l leaves. */
    interface Hashes {
        byte[] at(int level, long index);
    }

    HashTree(Hashes hashes) {
        this.hashes = hashes;
    }

    byte[] root(long size) {
        return size == 0 ? hasher.empty() : range(0, size);
    }

    /** From the leaf's sibling up to the root's child. */
    List<byte[]> inclusion(long index, long size) {
        var path = new ArrayList<byte[]>();
        var from = 0L;
        var to = size;
        while (to - from > 1) {
            var middle = from + half(to - from);
            if (index < middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        return path;
    }

    /** That the first leaves are the same; empty when the sizes are. */
    List<byte[]> consistency(long first, long second) {
        var path = new ArrayList<byte[]>();
        var from = 0L;
        var to = second;
        while (first != to) {
            var middle = from + half(to - from);
            if (first <= middle) {
                path.addFirst(range(middle, to));
                to = middle;
            } else {
                path.addFirst(range(from, middle));
                from = middle;
            }
        }
        if (from > 0) {
            path.addFirst(range(from, to));
        }
        return path;
    }

    /** The root over the leaves of a subtree that begins at a multiple of its width, rounded up to a power of two. */
    private byte[] range(long from, long to) {
        var width = to - from;
        if (Long.bitCount(width) == 1) {
            return perfect(Long.numberOfTrailingZeros(width), from / width);
        }
        var middle = from + half(width);
        return hasher.node(range(from, middle), range(middle, to));
    }

    private byte[] perfect(int height, long index) {
        if (height % LEVELS_IN_A_TILE == 0) {
            return hashes.at(height / LEVELS_IN_A_TILE, index);
        }
        return hasher.node(perfect(height - 1, 2 * index), perfect(height - 1, 2 * index + 1));
    }

    /** The largest power of two below the width. */
    private static long half(long width) {
        return Long.highestOneBit(width - 1);
    }
}

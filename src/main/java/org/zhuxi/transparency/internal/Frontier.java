package org.zhuxi.transparency.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The right edge of a growing Merkle tree: the roots of the perfect subtrees it consists of, from left to right. It is all
 * that is needed to append leaves and to know the root.
 */
final class Frontier {

    private static final int LEVELS_IN_A_TILE = 8;

    private final TreeHasher hasher = new TreeHasher();
    private final List<byte[]> roots = new ArrayList<>();
    private final Completed completed;
    private long size;

    /** Told of each subtree of 256, 256² … leaves that has become complete. */
    interface Completed {
        /**
         * @param level of its tile, from 1
         * @param index of the subtree among those of its level
         */
        void subtree(int level, long index, byte[] root);
    }

    Frontier(Completed completed) {
        this.completed = completed;
    }

    /** Goes on from an edge that was kept. */
    static Frontier of(long size, byte[] edge, Completed completed) {
        if (edge.length != Long.bitCount(size) * TreeHasher.LENGTH) {
            throw new IllegalStateException("An edge of %d bytes does not fit %d leaves".formatted(edge.length, size));
        }
        var frontier = new Frontier(completed);
        frontier.size = size;
        for (var from = 0; from < edge.length; from += TreeHasher.LENGTH) {
            frontier.roots.add(Arrays.copyOfRange(edge, from, from + TreeHasher.LENGTH));
        }
        return frontier;
    }

    void append(byte[] leaf) {
        var root = leaf;
        var height = 0;
        while ((size >> height & 1) == 1) {
            root = hasher.node(roots.removeLast(), root);
            height++;
            if (height % LEVELS_IN_A_TILE == 0) {
                completed.subtree(height / LEVELS_IN_A_TILE, size >> height, root);
            }
        }
        roots.add(root);
        size++;
    }

    long size() {
        return size;
    }

    byte[] root() {
        if (roots.isEmpty()) {
            return hasher.empty();
        }
        var root = roots.getLast();
        for (var i = roots.size() - 2; i >= 0; i--) {
            root = hasher.node(roots.get(i), root);
        }
        return root;
    }

    byte[] edge() {
        var edge = new byte[roots.size() * TreeHasher.LENGTH];
        for (var i = 0; i < roots.size(); i++) {
            System.arraycopy(roots.get(i), 0, edge, i * TreeHasher.LENGTH, TreeHasher.LENGTH);
        }
        return edge;
    }
}

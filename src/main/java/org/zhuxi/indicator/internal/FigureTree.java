package org.zhuxi.indicator.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * The roll-up of one measure below a place, with a hash for each node: of a leaf over what it consists of, of any other node
 * over its value and the sorted hashes of its children. A later change anywhere gives another hash at the root.
 */
final class FigureTree {

    private FigureTree() {}

    /**
     * A place that reports.
     *
     * @param content SHA-256 over its records or entries, in hex
     */
    record Leaf(PlacePath path, BigDecimal value, long records, long cell, String content) {}

    /** @param parent null for the root */
    record Node(
            PlacePath path,
            @Nullable PlacePath parent,
            BigDecimal value,
            long records,
            long cell,
            int children,
            String hash) {}

    /** All nodes from the root down; only the root, with nothing in it, when there are no leaves. */
    static List<Node> of(String measure, PlacePath root, List<Leaf> leaves) {
        Map<PlacePath, List<Leaf>> below = new TreeMap<>(Comparator.comparing(PlacePath::value));
        below.put(root, new ArrayList<>());
        for (var leaf : leaves) {
            leaf.path().andAbove().stream()
                    .filter(root::contains)
                    .forEach(path -> below.computeIfAbsent(path, any -> new ArrayList<>())
                            .add(leaf));
        }
        var deepestFirst = below.keySet().stream()
                .sorted(Comparator.comparingInt(
                                (PlacePath path) -> path.andAbove().size())
                        .reversed()
                        .thenComparing(PlacePath::value))
                .toList();
        Map<PlacePath, Node> nodes = new TreeMap<>(Comparator.comparing(PlacePath::value));
        Map<PlacePath, List<Node>> children = new TreeMap<>(Comparator.comparing(PlacePath::value));
        for (var path : deepestFirst) {
            var node = node(
                    measure, path, root, below.getOrDefault(path, List.of()), children.getOrDefault(path, List.of()));
            nodes.put(path, node);
            if (node.parent() != null) {
                children.computeIfAbsent(node.parent(), any -> new ArrayList<>())
                        .add(node);
            }
        }
        return List.copyOf(nodes.values());
    }

    private static Node node(String measure, PlacePath path, PlacePath root, List<Leaf> leaves, List<Node> children) {
        var value = leaves.stream().map(Leaf::value).reduce(BigDecimal.ZERO, BigDecimal::add);
        var inside = leaves.stream()
                        .filter(leaf -> leaf.path().equals(path))
                        .map(Leaf::content)
                        .sorted()
                        .collect(Collectors.joining("\n"))
                + children.stream().map(Node::hash).sorted().collect(Collectors.joining("\n"));
        return new Node(
                path,
                path.equals(root) ? null : path.andAbove().get(1),
                value,
                leaves.stream().mapToLong(Leaf::records).sum(),
                leaves.stream().mapToLong(Leaf::cell).sum(),
                children.size(),
                Hashing.sha256(measure + "\n" + path + "\n" + plain(value) + "\n" + inside));
    }

    private static String plain(BigDecimal value) {
        return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
    }
}

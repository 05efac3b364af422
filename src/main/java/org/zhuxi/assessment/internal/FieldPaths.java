package org.zhuxi.assessment.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeId;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * Turns a part of a YAML text into fields of a form and back. A field is called by the path at which a fault is told, such as
 * {@code check.threshold.op} or {@code evidence[0].kind}.
 */
final class FieldPaths {

    private static final Pattern STEP = Pattern.compile("([A-Za-z]{1,40})((?:\\[\\d{1,3}])?)");
    private static final int DEEPEST = 8;

    /** Lists of words; every other key has one value. */
    private static final Set<String> LISTS = Set.of("covers", "levels", "kinds", "roles");

    private static final Resolver RESOLVER = new Resolver();

    private FieldPaths() {}

    /** The fields of a node; a list of words is one field with several values. */
    static Map<String, List<String>> of(Node node) {
        var fields = new LinkedHashMap<String, List<String>>();
        read("", node, fields);
        return fields;
    }

    private static void read(String path, Node node, Map<String, List<String>> fields) {
        switch (node) {
            case ScalarNode scalar
            when !Tag.NULL.equals(scalar.getTag()) ->
                fields.computeIfAbsent(path, any -> new ArrayList<>()).add(scalar.getValue());
            case MappingNode map ->
                map.getValue().forEach(tuple -> {
                    if (tuple.getKeyNode() instanceof ScalarNode key) {
                        read(
                                path.isEmpty() ? key.getValue() : path + "." + key.getValue(),
                                tuple.getValueNode(),
                                fields);
                    }
                });
            case SequenceNode list -> {
                for (var i = 0; i < list.getValue().size(); i++) {
                    var one = list.getValue().get(i);
                    read(one instanceof ScalarNode ? path : path + "[" + i + "]", one, fields);
                }
            }
            default -> {}
        }
    }

    /** The node of such fields; what is blank is left out, and so are parts of which nothing is left. */
    static MappingNode node(Map<String, List<String>> fields, KeyOrder order) {
        var root = new LinkedHashMap<String, Object>();
        fields.forEach((path, values) -> {
            var said = values.stream()
                    .map(FieldPaths::plain)
                    .filter(value -> !value.isEmpty())
                    .toList();
            if (!said.isEmpty()) {
                put(root, path, said);
            }
        });
        order.clean(root);
        return map(root, order);
    }

    /** A field holds one line. */
    private static String plain(String value) {
        return value.replaceAll("[\\p{Cc}\\u2028\\u2029]+", " ").strip();
    }

    @SuppressWarnings("unchecked")
    private static void put(Map<String, Object> root, String path, List<String> values) {
        var steps = path.split("\\.", -1);
        var at = root;
        for (var i = 0; i < steps.length; i++) {
            var step = STEP.matcher(steps[i]);
            if (steps.length > DEEPEST || !step.matches()) {
                return;
            }
            var key = step.group(1);
            var isLast = i == steps.length - 1;
            if (!step.group(2).isEmpty()) {
                var list = at.computeIfAbsent(key, any -> new TreeMap<Integer, Object>());
                if (isLast || !(list instanceof SortedMap)) {
                    return;
                }
                var index =
                        Integer.valueOf(step.group(2).substring(1, step.group(2).length() - 1));
                at = (Map<String, Object>) ((SortedMap<Integer, Object>) list)
                        .computeIfAbsent(index, any -> new LinkedHashMap<String, Object>());
            } else if (isLast) {
                at.putIfAbsent(key, LISTS.contains(key) ? values : values.getFirst());
            } else {
                var child = at.computeIfAbsent(key, any -> new LinkedHashMap<String, Object>());
                if (!(child instanceof LinkedHashMap)) {
                    return;
                }
                at = (Map<String, Object>) child;
            }
        }
    }

    private static MappingNode map(Map<String, Object> values, KeyOrder order) {
        var tuples = values.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(order))
                .map(it -> new NodeTuple(scalar(it.getKey()), value(it.getValue(), order)))
                .toList();
        return new MappingNode(Tag.MAP, new ArrayList<>(tuples), FlowStyle.BLOCK);
    }

    @SuppressWarnings("unchecked")
    private static Node value(Object value, KeyOrder order) {
        return switch (value) {
            case String words -> scalar(words);
            case List<?> words ->
                new SequenceNode(
                        Tag.SEQ,
                        new ArrayList<Node>(words.stream()
                                .map(word -> scalar(String.valueOf(word)))
                                .toList()),
                        FlowStyle.FLOW);
            case SortedMap<?, ?> list ->
                new SequenceNode(
                        Tag.SEQ,
                        new ArrayList<Node>(list.values().stream()
                                .map(one -> map((Map<String, Object>) one, order))
                                .toList()),
                        FlowStyle.BLOCK);
            case Map<?, ?> map -> map((Map<String, Object>) map, order);
            default -> throw new IllegalStateException(value.getClass().getName());
        };
    }

    /** Written plain where it can be; what YAML would take for nothing is quoted. */
    static ScalarNode scalar(String words) {
        var tag = RESOLVER.resolve(NodeId.scalar, words, true);
        var isNothing = Tag.NULL.equals(tag) || Tag.MERGE.equals(tag);
        return new ScalarNode(
                isNothing ? Tag.STR : tag,
                words,
                null,
                null,
                isNothing ? ScalarStyle.DOUBLE_QUOTED : ScalarStyle.PLAIN);
    }
}

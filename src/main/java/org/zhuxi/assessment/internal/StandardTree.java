package org.zhuxi.assessment.internal;

import java.io.StringReader;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.DumperOptions.FlowStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * The text of a standard as a tree, of which one criterion or the frame is written anew. All else stays as people wrote it, with
 * their comments; only blanks and line breaks may come out differently.
 */
final class StandardTree {

    private static final String CRITERIA = "criteria";
    private static final int WIDEST = 10_000;
    private static final int DEEPEST = 12;

    private final MappingNode root;

    private StandardTree(MappingNode root) {
        this.root = root;
    }

    /** Empty when the text is no YAML map, or its criteria are no list; then only the text itself can be mended. */
    static Optional<StandardTree> read(String text) {
        var options = new LoaderOptions();
        options.setCodePointLimit(YamlMap.LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        options.setProcessComments(true);
        try {
            var read = new Yaml(options).compose(new StringReader(text));
            return read instanceof MappingNode map && isWritable(map, new HashSet<>())
                    ? Optional.of(new StandardTree(map))
                            .filter(tree -> tree.find(CRITERIA) == null || tree.find(CRITERIA) instanceof SequenceNode)
                    : Optional.empty();
        } catch (YAMLException e) {
            return Optional.empty();
        }
    }

    /** Whether nothing stands for something written elsewhere: such a tree would be written anew as another one. */
    private static boolean isWritable(Node node, Set<Node> seen) {
        if (!(node instanceof ScalarNode) && !seen.add(node)) {
            return false;
        }
        return switch (node) {
            case MappingNode map ->
                map.getValue().stream()
                        .allMatch(tuple ->
                                tuple.getKeyNode() instanceof ScalarNode && isWritable(tuple.getValueNode(), seen));
            case SequenceNode list -> list.getValue().stream().allMatch(one -> isWritable(one, seen));
            default -> node.getAnchor() == null;
        };
    }

    private @Nullable Node find(String key) {
        return root.getValue().stream()
                .filter(tuple -> isKey(tuple, Set.of(key)))
                .map(NodeTuple::getValueNode)
                .findFirst()
                .orElse(null);
    }

    private static boolean isKey(NodeTuple tuple, Set<String> keys) {
        return tuple.getKeyNode() instanceof ScalarNode scalar && keys.contains(scalar.getValue());
    }

    private List<Node> nodes() {
        return find(CRITERIA) instanceof SequenceNode list ? list.getValue() : List.of();
    }

    /** The fields of each criterion, in order. */
    List<Map<String, List<String>>> criteria() {
        return nodes().stream().map(FieldPaths::of).toList();
    }

    /** The fields of everything but the criteria. */
    Map<String, List<String>> frame() {
        return FieldPaths.of(new MappingNode(
                Tag.MAP,
                root.getValue().stream()
                        .filter(tuple -> !isKey(tuple, Set.of(CRITERIA)))
                        .toList(),
                FlowStyle.BLOCK));
    }

    /** The text with a criterion written anew. Keys a form does not know stay, so that nothing typed is lost. */
    String with(int index, Map<String, List<String>> fields, Set<String> known) {
        var criteria = new ArrayList<>(nodes());
        criteria.set(index, merged(criteria.get(index), fields, known));
        return with(criteria);
    }

    /** The text with one criterion more. @param index where it will stand, from 0 */
    String withNew(int index, Map<String, List<String>> fields) {
        var criteria = new ArrayList<>(nodes());
        criteria.add(Math.clamp(index, 0, criteria.size()), FieldPaths.node(fields, KeyOrder.INSTANCE));
        return with(criteria);
    }

    /** The text without a criterion. */
    String without(int index) {
        var criteria = new ArrayList<>(nodes());
        criteria.remove(index);
        return with(criteria);
    }

    /** The text with these keys of the frame written anew; a key without a field is taken out. */
    String withFrame(Map<String, List<String>> fields, Set<String> known) {
        var tuples = new ArrayList<>(merged(root, fields, known).getValue());
        // criteria come last, as in every file
        tuples.sort((one, other) -> Boolean.compare(isKey(one, Set.of(CRITERIA)), isKey(other, Set.of(CRITERIA))));
        return write(tuples);
    }

    private static MappingNode merged(Node before, Map<String, List<String>> fields, Set<String> known) {
        var written = FieldPaths.node(fields, KeyOrder.INSTANCE);
        var tuples = new ArrayList<NodeTuple>();
        var rest = written.getValue().stream()
                .collect(Collectors.toMap(
                        tuple -> ((ScalarNode) tuple.getKeyNode()).getValue(),
                        tuple -> tuple,
                        (one, same) -> one,
                        java.util.LinkedHashMap::new));
        if (before instanceof MappingNode map) {
            for (var tuple : map.getValue()) {
                var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
                var anew = rest.remove(key);
                if (anew != null) {
                    var isSame = FieldPaths.of(anew.getValueNode()).equals(FieldPaths.of(tuple.getValueNode()));
                    tuples.add(new NodeTuple(tuple.getKeyNode(), isSame ? tuple.getValueNode() : anew.getValueNode()));
                } else if (!known.contains(key)) {
                    tuples.add(tuple);
                }
            }
        }
        tuples.addAll(rest.values());
        var isFlow = before instanceof MappingNode map && map.getFlowStyle() == FlowStyle.FLOW;
        return commented(new MappingNode(Tag.MAP, tuples, isFlow ? FlowStyle.FLOW : FlowStyle.BLOCK), before);
    }

    private static <T extends Node> T commented(T node, Node before) {
        node.setBlockComments(before.getBlockComments());
        node.setInLineComments(before.getInLineComments());
        node.setEndComments(before.getEndComments());
        return node;
    }

    private String with(List<Node> criteria) {
        var before = find(CRITERIA);
        var list = new SequenceNode(Tag.SEQ, criteria, FlowStyle.BLOCK);
        var tuples = root.getValue().stream()
                .map(tuple -> isKey(tuple, Set.of(CRITERIA)) ? new NodeTuple(tuple.getKeyNode(), list) : tuple)
                .collect(Collectors.toCollection(ArrayList::new));
        if (before == null) {
            tuples.add(new NodeTuple(FieldPaths.scalar(CRITERIA), list));
        } else {
            commented(list, before);
        }
        return write(tuples);
    }

    private String write(List<NodeTuple> tuples) {
        var options = new DumperOptions();
        options.setProcessComments(true);
        options.setAllowUnicode(true);
        options.setSplitLines(false);
        options.setWidth(WIDEST);
        options.setIndent(2);
        options.setIndicatorIndent(2);
        options.setIndentWithIndicator(true);
        var text = new StringWriter();
        new Yaml(options).serialize(commented(new MappingNode(Tag.MAP, tuples, FlowStyle.BLOCK), root), text);
        return text.toString();
    }
}

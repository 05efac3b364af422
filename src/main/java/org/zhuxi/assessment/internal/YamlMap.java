package org.zhuxi.assessment.internal;

import java.io.StringReader;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.zhuxi.kernel.Names;

/** A map in a YAML text, read key by key; what is wrong is noted with its line, and reading goes on. */
final class YamlMap {

    static final int LONGEST = 200_000;

    private static final int DEEPEST = 12;
    private static final int LONGEST_LIST = 300;
    private static final int WORDS = 500;
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,12}(\\.[0-9]{1,6})?");
    private static final BigDecimal MOST_WHOLE = BigDecimal.valueOf(100_000);

    private final String path;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final Faults faults;

    private YamlMap(String path, Node node, Faults faults) {
        this.path = path;
        this.faults = faults;
        faults.standsAt(path, line(node));
        if (!(node instanceof MappingNode map)) {
            faults.add(path, "not-a-map");
            return;
        }
        for (var tuple : map.getValue()) {
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            faults.standsAt(at(key), line(tuple.getKeyNode()));
            faults.require(entries.put(key, tuple.getValueNode()) == null, at(key), "key-twice", key);
        }
    }

    /** The whole text; empty when it is no YAML map at all. */
    static Optional<YamlMap> read(String text, Faults faults) {
        var options = new LoaderOptions();
        options.setCodePointLimit(LONGEST);
        options.setNestingDepthLimit(DEEPEST);
        options.setMaxAliasesForCollections(0);
        try {
            var root = new Yaml(options).compose(new StringReader(text));
            if (root instanceof MappingNode) {
                return Optional.of(new YamlMap("", root, faults));
            }
            faults.add("", "not-a-map");
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            faults.standsAt("", mark == null ? 1 : mark.getLine() + 1);
            faults.add("", "syntax", String.valueOf(e.getProblem()));
        } catch (YAMLException e) {
            faults.add("", "syntax", String.valueOf(e.getMessage()));
        }
        return Optional.empty();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    /** The path of a key of this map. */
    String at(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    boolean has(String key) {
        var node = entries.get(key);
        return node != null && !Tag.NULL.equals(node.getTag());
    }

    /** Call last: keys nobody asked for are mistakes, most often of spelling. */
    void nothingElse() {
        entries.keySet().stream()
                .filter(key -> !read.contains(key))
                .forEach(key -> faults.add(at(key), "key-unknown", key));
    }

    private @Nullable Node take(String key) {
        read.add(key);
        return has(key) ? entries.get(key) : null;
    }

    private String missing(String key) {
        faults.add(path, "key-missing", key);
        return "";
    }

    /** The words of a key, or null when it is not there. */
    @Nullable
    String find(String key) {
        var node = take(key);
        if (node == null) {
            return null;
        }
        if (!(node instanceof ScalarNode scalar)) {
            faults.add(at(key), "not-words");
            return null;
        }
        var words = scalar.getValue().strip();
        faults.require(!words.isEmpty() && words.length() <= WORDS, at(key), "length", WORDS);
        return words;
    }

    String text(String key) {
        var found = find(key);
        return found == null && !has(key) ? missing(key) : found == null ? "" : found;
    }

    @Nullable
    BigDecimal findNumber(String key) {
        var words = find(key);
        if (words == null) {
            return null;
        }
        if (!NUMBER.matcher(words).matches()) {
            faults.add(at(key), "not-a-number", words);
            return null;
        }
        return new BigDecimal(words);
    }

    BigDecimal number(String key) {
        var found = findNumber(key);
        if (found == null && !has(key)) {
            missing(key);
        }
        return found == null ? BigDecimal.ZERO : found;
    }

    /** A whole number from {@code least} to 100,000, or null when it is not there. */
    @Nullable
    Integer findWhole(String key, int least) {
        var number = findNumber(key);
        if (number == null) {
            return null;
        }
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(MOST_WHOLE) > 0) {
            faults.add(at(key), "not-whole", least);
            return null;
        }
        return number.intValueExact();
    }

    int whole(String key, int least) {
        var found = findWhole(key, least);
        if (found == null && !has(key)) {
            missing(key);
        }
        return found == null ? least : found;
    }

    boolean flag(String key) {
        var words = find(key);
        faults.require(words == null || words.equals("true") || words.equals("false"), at(key), "not-a-flag");
        return "true".equals(words);
    }

    LocalDate day(String key) {
        var words = text(key);
        try {
            return LocalDate.parse(words);
        } catch (DateTimeException e) {
            faults.require(words.isEmpty(), at(key), "not-a-day", words);
            return LocalDate.EPOCH;
        }
    }

    <T extends Enum<T>> @Nullable T findChoice(String key, Class<T> choices) {
        var words = find(key);
        return words == null ? null : choice(at(key), words, choices).orElse(null);
    }

    <T extends Enum<T>> T choice(String key, Class<T> choices) {
        var found = findChoice(key, choices);
        if (found == null && !has(key)) {
            missing(key);
        }
        return found == null ? choices.getEnumConstants()[0] : found;
    }

    private <T extends Enum<T>> Optional<T> choice(String where, String words, Class<T> choices) {
        var found = Arrays.stream(choices.getEnumConstants())
                .filter(one -> one.name().equals(words))
                .findFirst();
        if (found.isEmpty()) {
            var all = Arrays.stream(choices.getEnumConstants()).map(Enum::name).collect(Collectors.joining(", "));
            faults.add(where, "not-among", words, all);
        }
        return found;
    }

    <T extends Enum<T>> Set<T> choices(String key, Class<T> choices) {
        var words = words(key);
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(i -> choice(at(key) + "[" + i + "]", words.get(i), choices).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** A name in both languages, or null when it is not there. */
    @Nullable
    Names findNames(String key) {
        return child(key)
                .map(map -> {
                    var names = new Names(map.text("zh"), map.text("en"));
                    map.nothingElse();
                    return names;
                })
                .orElse(null);
    }

    Names names(String key) {
        var found = findNames(key);
        if (found == null) {
            missing(key);
        }
        return found == null ? new Names("", "") : found;
    }

    Optional<YamlMap> child(String key) {
        return Optional.ofNullable(take(key)).map(node -> new YamlMap(at(key), node, faults));
    }

    /** The maps of a list; empty when it is not there. */
    List<YamlMap> children(String key) {
        var nodes = nodes(key);
        return IntStream.range(0, nodes.size())
                .mapToObj(i -> new YamlMap(at(key) + "[" + i + "]", nodes.get(i), faults))
                .toList();
    }

    /** The words of a list; empty when it is not there. */
    List<String> words(String key) {
        var words = new ArrayList<String>();
        for (var node : nodes(key)) {
            faults.standsAt(at(key) + "[" + words.size() + "]", line(node));
            faults.require(node instanceof ScalarNode, at(key), "not-words");
            words.add(node instanceof ScalarNode scalar ? scalar.getValue().strip() : "");
        }
        return words;
    }

    private List<Node> nodes(String key) {
        var node = take(key);
        if (node == null) {
            return List.of();
        }
        if (!(node instanceof SequenceNode list)) {
            faults.add(at(key), "not-a-list");
            return List.of();
        }
        faults.require(list.getValue().size() <= LONGEST_LIST, at(key), "list-too-long", LONGEST_LIST);
        return list.getValue().subList(0, Math.min(LONGEST_LIST, list.getValue().size()));
    }
}

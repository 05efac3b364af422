package org.zhuxi.testing;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;
import org.zhuxi.platform.rights.EndpointRight;

/**
 * Every page of the program, with somebody who may open it. The addresses are those of {@code rights/*.yaml}, where none may
 * be missing; examples of an address with variables are found by following the links of the other pages.
 */
public final class PageAtlas {

    private static final Pattern LINK = Pattern.compile("href=\"(/[^\"#]*)");
    private static final Pattern VARIABLE = Pattern.compile("\\{[^{}]*(?:\\{[^{}]*}[^{}]*)*}");
    private static final Pattern FILE = Pattern.compile(".*\\.[a-z-]+$");

    private final Map<String, Visitor> visitors;
    private final Map<String, @Nullable Spot> spots = new LinkedHashMap<>();
    private final Map<String, Pattern> withVariables = new LinkedHashMap<>();
    private final ArrayDeque<Seen> links = new ArrayDeque<>();

    private PageAtlas(Map<String, Visitor> visitors) {
        this.visitors = visitors;
    }

    /**
     * A page.
     *
     * @param who the name of the visitor who may open it
     * @param pattern the address as the rights name it
     * @param path an example of the address
     */
    public record Spot(String who, String pattern, String path) {}

    private record Seen(String path, String who) {}

    /**
     * Draws the atlas of a running program.
     *
     * @param visitors by their names; {@code visitor} has not signed in, {@code resident}, {@code steward} and {@code head}
     *     are preferred for the pages of their shells
     * @param examples addresses nobody links to
     */
    public static PageAtlas draw(
            Collection<EndpointRight> rights, Map<String, Visitor> visitors, Collection<String> examples) {
        var atlas = new PageAtlas(visitors);
        rights.stream()
                .filter(row -> row.method().equals("GET") && !row.byFilter())
                .map(EndpointRight::pattern)
                .filter(pattern ->
                        !pattern.startsWith("/api/") && !FILE.matcher(pattern).matches())
                .forEach(atlas::add);
        examples.forEach(path -> atlas.links.add(new Seen(path, "")));
        List.copyOf(atlas.spots.keySet()).stream()
                .filter(pattern -> !pattern.contains("{"))
                .forEach(pattern -> atlas.visit(pattern, pattern, ""));
        atlas.follow();
        return atlas;
    }

    /** Every page found, in order of address. */
    public List<Spot> spots() {
        return spots.values().stream()
                .filter(Objects::nonNull)
                .sorted(Comparator.comparing(Spot::path))
                .toList();
    }

    /** Addresses that nobody could open as a page: forwarders, downloads, and those to which no page here leads. */
    public List<String> unreached() {
        var found = spots().stream().map(Spot::pattern).toList();
        return new TreeSet<>(spots.keySet())
                .stream().filter(pattern -> !found.contains(pattern)).toList();
    }

    private void add(String pattern) {
        spots.put(pattern, null);
        if (pattern.contains("{")) {
            var parts = VARIABLE.splitAsStream(pattern).map(Pattern::quote).toList();
            withVariables.put(
                    pattern,
                    Pattern.compile(
                            String.join("[^/?]+", parts) + (pattern.endsWith("}") ? "[^/?]+" : "") + "(\\?.*)?"));
        }
    }

    private void follow() {
        for (var seen = links.poll(); seen != null; seen = links.poll()) {
            var path = seen.path();
            var who = seen.who();
            var isPlain = spots.containsKey(path.replaceAll("\\?.*", ""));
            if (isPlain && who.isEmpty()) {
                visit(path, path, who);
            } else if (!isPlain) {
                patternOf(path).ifPresent(pattern -> visit(pattern, path, who));
            }
        }
    }

    private Optional<String> patternOf(String path) {
        return withVariables.entrySet().stream()
                .filter(entry -> spots.get(entry.getKey()) == null)
                .filter(entry -> entry.getValue().matcher(path).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void visit(String pattern, String path, String first) {
        for (var who : (Iterable<String>) whoFirst(path, first)::iterator) {
            var answer = Objects.requireNonNull(visitors.get(who)).get(path);
            var isPage = answer.headers().firstValue("Content-Type").orElse("").startsWith("text/html");
            if (answer.statusCode() == 200 && isPage) {
                spots.put(pattern, new Spot(who, pattern, path));
                LINK.matcher(answer.body())
                        .results()
                        .map(link -> HtmlUtils.htmlUnescape(link.group(1)))
                        .distinct()
                        .forEach(link -> links.add(new Seen(link, who)));
                return;
            }
        }
    }

    private Stream<String> whoFirst(String path, String first) {
        return Stream.concat(
                        Stream.concat(Stream.of(first), usual(path)).filter(visitors::containsKey),
                        visitors.keySet().stream())
                .distinct();
    }

    private static Stream<String> usual(String path) {
        if (path.startsWith("/work")) {
            return Stream.of("community-head", "head");
        }
        return Stream.of(path.startsWith("/me") ? "resident" : path.startsWith("/field") ? "steward" : "visitor");
    }
}

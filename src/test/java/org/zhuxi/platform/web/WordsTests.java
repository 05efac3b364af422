package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every word on a page exists in both languages. */
class WordsTests {

    private static final Path MESSAGES = Path.of("src/main/resources/messages");
    private static final Pattern IN_TEMPLATES =
            Pattern.compile("page\\.t\\(\"([a-z0-9.-]+)\"[,)]", Pattern.CASE_INSENSITIVE);
    private static final Pattern IN_REFUSALS = Pattern.compile(
            "Problem\\.of\\(\\s*\"([a-z0-9-]+)\"\\s*,|Problem\\.ofField\\(\\s*\"[^\"]+\",\\s*\"([a-z0-9-]+)\"");
    private static final String LITERAL = "\\s*\"([a-z-]+)\",";
    private static final Pattern IN_OUTCOMES = Pattern.compile("JobOutcome\\.of\\(" + LITERAL + "|\\.and\\(" + LITERAL);
    /** A thing that is not named on the spot could not be held to its words. */
    private static final Pattern NAMELESS_IN_OUTCOMES = Pattern.compile(
            "(JobOutcome\\.of\\((?!" + LITERAL + ")|(?s:JobOutcome\\b.*?)\\.and\\((?!" + LITERAL + "))");

    static Stream<String> modules() throws IOException {
        try (var files = Files.list(MESSAGES)) {
            return files
                    .map(file -> file.getFileName().toString().replace(".properties", ""))
                    .filter(name -> !name.endsWith("_en"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyModuleSaysTheSameThingsInBothLanguages(String module) {
        assertThat(load(module + "_en").keySet()).isEqualTo(load(module).keySet());
    }

    @ParameterizedTest
    @MethodSource("modules")
    void everyMessageHasAGoodForm(String module) {
        Stream.of(module, module + "_en")
                .forEach(name -> load(name).forEach((key, words) -> {
                    assertThat(words).as(key).isNotBlank();
                    assertThat(new MessageFormat(words)).as(key).isNotNull();
                }));
    }

    @Test
    void noKeyIsClaimedByTwoModules() throws IOException {
        var owners = new TreeMap<String, Set<String>>();
        modules()
                .forEach(module -> load(module)
                        .keySet()
                        .forEach(key -> owners.computeIfAbsent(key, any -> new TreeSet<>())
                                .add(module)));

        assertThat(owners.entrySet().stream().filter(entry -> entry.getValue().size() > 1))
                .isEmpty();
    }

    @Test
    void everyWordATemplateAsksForExists() throws IOException {
        assertThat(found(Path.of("src/main/jte"), ".jte", IN_TEMPLATES)).isSubsetOf(allKeys());
    }

    @Test
    void everyProblemHasItsWords() throws IOException {
        var asked = found(Path.of("src/main/java"), ".java", IN_REFUSALS).stream()
                .map(slug -> "problem." + slug)
                .collect(Collectors.toSet());

        assertThat(asked).isNotEmpty().isSubsetOf(allKeys());
    }

    @Test
    void everyThingAJobCountsHasItsWords() throws IOException {
        var sources = Path.of("src/main/java");
        var asked = found(sources, ".java", IN_OUTCOMES).stream()
                .map(thing -> "job.done." + thing)
                .collect(Collectors.toSet());

        assertThat(asked).isNotEmpty().isSubsetOf(allKeys());
        assertThat(found(sources, ".java", NAMELESS_IN_OUTCOMES)).isEmpty();
    }

    private static Set<String> allKeys() throws IOException {
        return modules().flatMap(module -> load(module).keySet().stream()).collect(Collectors.toSet());
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ending))
                    .flatMap(file -> pattern.matcher(read(file)).results())
                    .map(WordsTests::captured)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static String captured(java.util.regex.MatchResult match) {
        return match.group(1) != null || match.groupCount() < 2 ? match.group(1) : match.group(2);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> load(String name) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(MESSAGES.resolve(name + ".properties"))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(Collectors.toMap(key -> key, properties::getProperty));
    }
}

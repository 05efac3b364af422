package org.zhuxi.rights;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the security documents claim can be looked up. */
class SecurityDocsTests {

    private static final Pattern REFERENCE = Pattern.compile("`([A-Z][A-Za-z]+)#([a-zA-Z]+)`");
    private static final Pattern ROW = Pattern.compile("(?m)^\\| (V[0-9. toV]+) \\| [^|]+ \\| ([^|]+) \\|$");

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        var sources = sources();
        var missing = REFERENCE
                .matcher(table())
                .results()
                .filter(reference -> !sources.getOrDefault(reference.group(1), "")
                        .matches("(?s).*\\b" + reference.group(2) + "\\(.*"))
                .map(MatchResult::group)
                .toList();

        assertThat(missing).as("tests named in docs/asvs.md").isEmpty();
    }

    @Test
    void everyRowHasAVerdict() throws IOException {
        var rows = ROW.matcher(table()).results().toList();

        assertThat(rows).hasSizeGreaterThan(150);
        assertThat(rows.stream()
                        .filter(row -> !row.group(2).matches("(?s)(not applicable: .+|open|open: .+|(`\\w+#\\w+` ?)+)"))
                        .map(row -> row.group(1)))
                .isEmpty();
    }

    @Test
    void noRequirementIsNamedTwice() throws IOException {
        assertThat(ROW.matcher(table()).results().map(row -> row.group(1)).toList())
                .doesNotHaveDuplicates();
    }

    @Test
    void saysWithinWhichTimesLibrariesAreRenewed() throws IOException {
        var days = Pattern.compile("(?m)^\\| it [^|]+ \\| (\\d+) days \\|$")
                .matcher(Files.readString(Path.of("SECURITY.md")))
                .results()
                .map(row -> Integer.valueOf(row.group(1)))
                .toList();

        assertThat(days)
                .as("the more dangerous, the sooner")
                .hasSize(3)
                .isSorted()
                .allMatch(each -> each > 0);
    }

    private static String table() throws IOException {
        return Files.readString(Path.of("docs/asvs.md"));
    }

    private static Map<String, String> sources() throws IOException {
        try (var files = Files.walk(Path.of("src/test/java"))) {
            List<Path> found =
                    files.filter(file -> file.toString().endsWith(".java")).toList();
            return found.stream()
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            SecurityDocsTests::read,
                            String::concat));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package org.zhuxi.testing.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What docs/libraries.md says is of the libraries in use: whoever changes a version looks again, by {@code ./zhuxi libraries}. */
class LibrariesDocTests {

    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([^ :|]+:[^ :|]+) \\| (\\S+) \\| (\\S+) \\| ([^|]*) \\| ([^|]*) \\| (.+) \\|$");

    private static String page = "";
    private static List<MatchResult> rows = List.of();

    @BeforeAll
    static void read() throws IOException {
        page = Files.readString(Path.of("docs/libraries.md"));
        rows = ROW.matcher(page).results().toList();
    }

    @Test
    void everyLibraryStandsThereInTheVersionInUse() throws IOException {
        assertThat(rows.stream().map(row -> row.group(1) + " " + row.group(2)))
                .hasSizeGreaterThan(40)
                .containsExactlyElementsOf(PomLibraries.read(Path.of("pom.xml")).stream()
                        .map(library -> library.name() + " " + library.version())
                        .toList());
    }

    @Test
    void everyLibraryIsTheNewestOrWithinItsTimeOrKeptForAReason() {
        assertThat(rows)
                .allSatisfy(row -> assertThat(row.group(6))
                        .as(row.group(1))
                        .matches("newest|within its time|kept since \\d{4}-\\d{2}-\\d{2}: .+"));
    }

    @Test
    void noHoleIsLate() {
        assertThat(page.substring(page.indexOf("## Known holes"))).doesNotContain("| late");
    }

    @Test
    void saysWhetherHolesWereAskedFor() {
        assertThat(Stream.of(LibrariesPage.NOT_ASKED, " was asked about ").filter(page::contains))
                .hasSize(1);
    }

    @Test
    void whatIsKeptIsWhatWasJudged() throws IOException {
        var judged = Judgements.read(Path.of("src/test/resources/libraries.yaml")).kept().stream()
                .map(one ->
                        "%s %s kept since %s: %s".formatted(one.library(), one.release(), one.since(), one.because()));

        assertThat(rows.stream()
                        .filter(row -> row.group(6).startsWith("kept"))
                        .map(row -> row.group(1) + " " + row.group(3) + " " + row.group(6)))
                .containsExactlyInAnyOrderElementsOf(judged.toList());
    }

    @Test
    void theTimesAreThoseOfTheSecurityPolicy() throws IOException {
        assertThat(Pattern.compile("(?m)^\\| it [^|]+ \\| (\\d+) days \\|$")
                        .matcher(Files.readString(Path.of("SECURITY.md")))
                        .results()
                        .map(row -> Integer.valueOf(row.group(1))))
                .containsExactly(Hole.DAYS, Hole.DAYS_UNUSABLE, LibraryRow.DAYS);
    }
}

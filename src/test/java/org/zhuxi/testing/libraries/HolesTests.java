package org.zhuxi.testing.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known holes, asked of a service on this machine that answers as osv.dev documents it. */
class HolesTests {

    private static final String TEA = "pkg:maven/org.example/tea@1.1";
    private static final String CUP = "pkg:maven/org.example/cup@2.0";

    private final LocalServer service = new LocalServer();
    private final Holes holes = new Holes(service.address());

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void everyPartIsAskedAboutAndThoseForBrowsersAlsoByTheirNameAtNpm() throws IOException {
        var bill = Files.writeString(folder.resolve("bill.json"), """
                {"components": [
                  {"purl": "pkg:maven/org.example/tea@1.1?type=jar"},
                  {"purl": "pkg:maven/org.webjars/echarts@5.5.0?type=jar"},
                  {"purl": "pkg:maven/org.webjars.npm/tabler__core@1.4.0?type=jar"}]}
                """);

        assertThat(Holes.purls(bill))
                .containsExactly(
                        TEA,
                        "pkg:maven/org.webjars/echarts@5.5.0",
                        "pkg:npm/echarts@5.5.0",
                        "pkg:maven/org.webjars.npm/tabler__core@1.4.0",
                        "pkg:npm/%40tabler/core@1.4.0");
    }

    @Test
    void aHoleBelongsToWhatItWasAskedAboutAndHasTheDayItWasPublished() throws IOException {
        service.says(
                "/v1/querybatch",
                "{\"results\": [{}, {\"vulns\": [{\"id\": \"GHSA-1\", \"modified\": \"2026-11-20T00:00:00Z\"}]}]}");
        hole("GHSA-1", "");

        assertThat(holes.of(List.of(TEA, CUP))).containsExactly(new Hole(CUP, "GHSA-1", LocalDate.of(2026, 11, 2)));
        assertThat(service.bodies().getFirst())
                .isEqualTo("{\"queries\":[{\"package\":{\"purl\":\"%s\"}},{\"package\":{\"purl\":\"%s\"}}]}"
                        .formatted(TEA, CUP));
    }

    @Test
    void whatWasWithdrawnDoesNotCount() throws IOException {
        service.says("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-1\"}, {\"id\": \"GHSA-2\"}]}]}");
        hole("GHSA-1", ", \"withdrawn\": \"2026-11-05T00:00:00Z\"");
        hole("GHSA-2", "");

        assertThat(holes.of(List.of(TEA))).extracting(Hole::id).containsExactly("GHSA-2");
    }

    @Test
    void furtherPagesAreAskedForOfWhatHasThemOnly() throws IOException {
        service.says(
                        "/v1/querybatch",
                        "{\"results\": [{}, {\"vulns\": [{\"id\": \"GHSA-1\"}], \"next_page_token\": \"second\"}]}")
                .says("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-2\"}]}]}");
        hole("GHSA-1", "");
        hole("GHSA-2", "");

        assertThat(holes.of(List.of(TEA, CUP)))
                .allMatch(hole -> hole.purl().equals(CUP))
                .extracting(Hole::id)
                .containsExactly("GHSA-1", "GHSA-2");
        assertThat(service.bodies().get(1))
                .contains("\"page_token\":\"second\"", CUP)
                .doesNotContain(TEA);
    }

    @Test
    void halfAnAnswerIsNone() {
        service.says("/v1/querybatch", "{\"results\": [{}]}");

        assertThatIOException().isThrownBy(() -> holes.of(List.of(TEA, CUP))).withMessageContaining("every question");
    }

    @Test
    void aHoleThatCannotBeReadIsNotPassedOver() {
        service.says("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-1\"}]}]}");

        assertThatIOException().isThrownBy(() -> holes.of(List.of(TEA))).withMessageContaining("404");
    }

    private void hole(String id, String more) {
        service.says(
                "/v1/vulns/" + id, "{\"id\": \"%s\", \"published\": \"2026-11-02T23:30:00Z\"%s}".formatted(id, more));
    }
}

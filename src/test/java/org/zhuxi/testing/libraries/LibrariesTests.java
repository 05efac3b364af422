package org.zhuxi.testing.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.testing.libraries.Judgements.Kept;
import org.zhuxi.testing.libraries.Judgements.Unusable;
import org.zhuxi.testing.libraries.LibraryRow.State;

/** When something is late, and what the command says when it cannot ask. */
class LibrariesTests {

    private static final Library TEA = new Library("org.example", "tea", "1.1");
    private static final String PATH = "/org/example/tea";
    private static final String PURL = "pkg:maven/org.example/tea@1.1";
    private static final LocalDate CAME = LocalDate.of(2026, 8, 3);
    private static final LocalDate PUBLISHED = LocalDate.of(2026, 11, 2);
    private static final Judgements NONE = new Judgements(List.of(), List.of());

    private final LocalServer server = new LocalServer();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void theNewestReleaseIsFine() {
        server.lists(PATH, "20260803100000", "1.1");
        noHoles();

        var look = look(CAME, NONE);

        assertThat(look.rows()).extracting(LibraryRow::state).containsExactly(State.NEWEST);
        assertThat(look.exitCode()).isEqualTo(Look.FINE);
        assertThat(page(look)).contains("| org.example:tea | 1.1 | 1.1 |  |  | newest |", "It knows of no hole.");
    }

    @Test
    void aNewerReleaseIsLateAfterNinetyDays() {
        newer();
        noHoles();

        var inTime = look(CAME.plusDays(90), NONE);
        var late = look(CAME.plusDays(91), NONE);

        assertThat(inTime.rows()).extracting(LibraryRow::state).containsExactly(State.WITHIN_ITS_TIME);
        assertThat(inTime.exitCode()).isEqualTo(Look.FINE);
        assertThat(late.rows()).extracting(LibraryRow::state).containsExactly(State.LATE);
        assertThat(late.exitCode()).isEqualTo(Look.LATE);
        assertThat(page(late)).contains("| org.example:tea | 1.1 | 1.2 | 2026-08-03 | 2026-11-01 | late |");
    }

    @Test
    void aReasonHoldsForTheReleaseItNames() {
        newer();
        noHoles();
        var reason = "it does not start";

        var kept = look(CAME.plusDays(91), kept("1.2", reason));
        var outdated = look(CAME.plusDays(91), kept("1.1.5", reason));

        assertThat(kept.exitCode()).isEqualTo(Look.FINE);
        assertThat(page(kept)).contains("| 2026-08-03 |  | kept since 2026-08-04: it does not start |");
        assertThat(outdated.rows()).extracting(LibraryRow::state).containsExactly(State.LATE);
        assertThat(outdated.exitCode()).isEqualTo(Look.LATE);
    }

    @Test
    void whatAnEarlierLookKnewIsNotForgottenWhenTheListChangesAgain() {
        server.lists(PATH, "20261110110425", "1.1", "1.2", "1.3");
        noHoles();
        var earlier =
                "| org.example:tea | 1.1 | 1.2 | 2026-08-03 or before | 2026-11-01 or before | within its time |\n";

        var look = look(CAME.plusDays(91), NONE, LibrariesPage.known(earlier), server.address(), server.address());

        assertThat(look.rows()).extracting(LibraryRow::state).containsExactly(State.LATE);
        assertThat(page(look)).contains(earlier.replace("1.2", "1.3").replace("within its time", "late"));
    }

    @Test
    void aHoleIsLateAfterSevenDays() {
        server.lists(PATH, "20260803100000", "1.1");
        hole();

        var late = look(PUBLISHED.plusDays(8), NONE);

        assertThat(look(PUBLISHED.plusDays(7), NONE).exitCode()).isEqualTo(Look.FINE);
        assertThat(late.exitCode()).isEqualTo(Look.LATE);
        assertThat(page(late)).contains("| " + PURL + " | GHSA-1 | 2026-11-02 | 2026-11-09 | late |");
    }

    @Test
    void aHoleThatCannotBeUsedIsLateAfterThirty() {
        server.lists(PATH, "20260803100000", "1.1");
        hole();
        var judged = new Judgements(List.of(), List.of(new Unusable("GHSA-1", "nothing parses tea leaves")));

        var inTime = look(PUBLISHED.plusDays(30), judged);

        assertThat(inTime.exitCode()).isEqualTo(Look.FINE);
        assertThat(page(inTime))
                .contains("| 2026-12-02 | within its time; cannot be used: nothing parses tea leaves |");
        assertThat(look(PUBLISHED.plusDays(31), judged).exitCode()).isEqualTo(Look.LATE);
    }

    @Test
    void saysSoWhenHolesCannotBeAskedForAndGoesOn() {
        newer();

        var look = look(CAME, NONE, Map.of(), server.address(), LocalServer.nobody());

        assertThat(look.exitCode()).isEqualTo(Look.NOT_ALL_ASKED);
        assertThat(page(look))
                .contains("within its time", "Not asked: osv.example could not be asked.")
                .doesNotContain("no hole");
    }

    @Test
    void saysSoWhenTheRepositoryIsAwayAndGoesOn() {
        hole();

        var look = look(PUBLISHED, NONE, Map.of(), LocalServer.nobody(), server.address());

        assertThat(look.exitCode()).isEqualTo(Look.NOT_ALL_ASKED);
        assertThat(page(look))
                .contains("| org.example:tea | 1.1 | ? |  |  | not asked: the repository could not be reached |")
                .contains("GHSA-1");
    }

    @Test
    void whatIsLateCountsMoreThanWhatCouldNotBeAsked() {
        newer();

        var look = look(CAME.plusDays(91), NONE, Map.of(), server.address(), LocalServer.nobody());

        assertThat(look.exitCode()).isEqualTo(Look.LATE);
    }

    @Test
    void aJudgementWithoutItsReasonIsRefused() throws IOException {
        var file = Files.writeString(
                folder.resolve("libraries.yaml"),
                "kept:\n- library: org.example:tea\n  release: 1.20\n  since: 2026-08-04\n  because: ' '\n");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Judgements.read(file))
                .withMessageContaining("1.20")
                .withMessageContaining("lacks because");
    }

    private void newer() {
        server.lists(PATH, "20261110110425", "1.1", "1.2").released(PATH, "1.2", "Mon, 03 Aug 2026 10:00:00 GMT");
    }

    private void noHoles() {
        server.says("/v1/querybatch", "{\"results\": [{}]}");
    }

    private void hole() {
        server.says("/v1/querybatch", "{\"results\": [{\"vulns\": [{\"id\": \"GHSA-1\"}]}]}")
                .says("/v1/vulns/GHSA-1", "{\"id\": \"GHSA-1\", \"published\": \"2026-11-02T10:00:00Z\"}");
    }

    private static Judgements kept(String release, String reason) {
        return new Judgements(List.of(new Kept("org.example:tea", release, "2026-08-04", reason)), List.of());
    }

    private Look look(LocalDate day, Judgements judgements) {
        return look(day, judgements, Map.of(), server.address(), server.address());
    }

    private static Look look(
            LocalDate day, Judgements judgements, Map<Library, LocalDate> known, URI repository, URI service) {
        return new Libraries(judgements, day)
                .look(List.of(TEA), new Releases(repository), known, List.of(PURL), new Holes(service));
    }

    private static String page(Look look) {
        return LibrariesPage.of(look, "osv.example");
    }
}

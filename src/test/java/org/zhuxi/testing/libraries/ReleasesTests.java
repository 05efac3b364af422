package org.zhuxi.testing.libraries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a Maven repository answers, asked of one on this machine. */
class ReleasesTests {

    private static final Library TEA = new Library("org.example", "tea", "1.1");
    private static final String PATH = "/org/example/tea";
    private static final String CHANGED = "20261110110425";

    private final LocalServer repository = new LocalServer();
    private final Releases releases = new Releases(repository.address());

    @AfterEach
    void close() {
        repository.close();
    }

    @Test
    void knowsWhenNothingIsNewer() throws IOException {
        repository.lists(PATH, CHANGED, "1.0", "1.1", "1.2-RC1", "2.0-M1");

        assertThat(releases.newerThan(TEA)).isEmpty();
    }

    @Test
    void theEarliestNewerReleaseCountsByItsDay() throws IOException {
        repository
                .lists(PATH, CHANGED, "1.1", "1.2", "2.0-M1", "2.0", "2.1")
                .released(PATH, "1.2", "Tue, 01 Sep 2026 10:00:00 GMT")
                .released(PATH, "2.0-M1", "Mon, 05 Jan 2026 10:00:00 GMT")
                .released(PATH, "2.0", "Mon, 03 Aug 2026 10:00:00 GMT")
                .released(PATH, "2.1", "Mon, 02 Nov 2026 10:00:00 GMT");

        assertThat(releases.newerThan(TEA)).contains(new Newer("2.1", LocalDate.of(2026, 8, 3), true));
    }

    @Test
    void withoutADayTheReleaseCameAtTheLatestWhenTheListChanged() throws IOException {
        repository.lists(PATH, CHANGED, "1.1", "1.2").says(PATH + "/1.2/tea-1.2.pom", "");

        assertThat(releases.newerThan(TEA)).contains(new Newer("1.2", LocalDate.of(2026, 11, 10), false));
    }

    @Test
    void whereOneDayIsUnknownTheOthersSayByWhen() throws IOException {
        repository.lists(PATH, CHANGED, "1.1", "1.2", "1.3").released(PATH, "1.3", "Mon, 02 Nov 2026 10:00:00 GMT");

        assertThat(releases.newerThan(TEA)).contains(new Newer("1.3", LocalDate.of(2026, 11, 2), false));
    }

    @Test
    void aLibraryThatIsNotThereIsNotTakenForUpToDate() {
        assertThatIOException().isThrownBy(() -> releases.newerThan(TEA)).withMessageContaining("404");
    }

    @Test
    void aPageInsteadOfAListIsNotTakenForUpToDate() {
        repository.says(PATH + "/maven-metadata.xml", "<!DOCTYPE html><html><body>Sign in</body></html>");

        assertThatIOException().isThrownBy(() -> releases.newerThan(TEA));
    }
}

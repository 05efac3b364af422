package org.zhuxi.testing.libraries;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one look at libraries and holes found.
 *
 * @param day the day of the look (UTC)
 * @param asked about how many names holes were to be asked
 * @param holes null when they could not be asked, which is something else than that there are none
 */
record Look(
        LocalDate day,
        List<LibraryRow> rows,
        int asked,
        @Nullable List<Hole> holes,
        Judgements judgements) {

    /** Everything was asked and is within its time. */
    static final int FINE = 0;

    /** A library or a hole is late. */
    static final int LATE = 1;

    /** Nothing that was asked is late, but not everything could be asked. */
    static final int NOT_ALL_ASKED = 2;

    int exitCode() {
        if (has(LibraryRow.State.LATE)
                || (holes != null && holes.stream().anyMatch(hole -> hole.isLate(judgements, day)))) {
            return LATE;
        }
        return holes == null || has(LibraryRow.State.NOT_ASKED) ? NOT_ALL_ASKED : FINE;
    }

    private boolean has(LibraryRow.State state) {
        return rows.stream().anyMatch(row -> row.state() == state);
    }
}

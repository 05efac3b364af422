package org.zhuxi.testing.libraries;

import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How it stands with one library.
 *
 * @param newer null when nothing newer is known
 * @param reason why it is kept or was not asked, else empty
 */
record LibraryRow(Library library, State state, @Nullable Newer newer, String reason) {

    /** Days from the first newer release, as SECURITY.md says. */
    static final int DAYS = 90;

    enum State {
        NEWEST("newest"),
        WITHIN_ITS_TIME("within its time"),
        LATE("late"),
        KEPT("kept"),
        NOT_ASKED("not asked");

        final String words;

        State(String words) {
            this.words = words;
        }
    }

    static LibraryRow notAsked(Library library, String why) {
        return new LibraryRow(library, State.NOT_ASKED, null, why);
    }

    static LibraryRow judged(Library library, @Nullable Newer newer, Judgements judgements, LocalDate today) {
        if (newer == null) {
            return new LibraryRow(library, State.NEWEST, null, "");
        }
        var kept = judgements.kept(library, newer.newest());
        if (kept.isPresent()) {
            return new LibraryRow(
                    library,
                    State.KEPT,
                    newer,
                    kept.get().since() + ": " + kept.get().because());
        }
        var late = today.isAfter(takeBy(newer));
        return new LibraryRow(library, late ? State.LATE : State.WITHIN_ITS_TIME, newer, "");
    }

    /** The last day on which a newer release has to be taken; nothing when there is none or it need not be. */
    Optional<LocalDate> takeBy() {
        return Optional.ofNullable(newer).filter(_ -> state != State.KEPT).map(LibraryRow::takeBy);
    }

    private static LocalDate takeBy(Newer newer) {
        return newer.since().plusDays(DAYS);
    }
}

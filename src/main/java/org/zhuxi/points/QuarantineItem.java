package org.zhuxi.points;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One record in quarantine.
 *
 * @param household null for a record of nobody in particular
 * @param kind code of the record's kind
 * @param points what it had earned
 * @param withheld of these, what was still there
 * @param takenBack what its reversal took
 * @param owed of these, what had been spent and is owed now
 */
public record QuarantineItem(
        UUID activity,
        @Nullable UUID household,
        String kind,
        LocalDate day,
        State state,
        long points,
        long withheld,
        long takenBack,
        long owed) {

    /** The fate of one record. */
    public enum State {
        FOUND,
        WITHHELD,
        REVERSED,
        RELEASED
    }
}

package org.zhuxi.indicator;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A value entered by hand; never edited. A wrong one is taken back and entered again.
 *
 * @param community number of the community, or 0 for a place above communities
 * @param place code of the place
 * @param path where it stood when the value was entered
 * @param value as printed, with its qualifier
 * @param cell how many households or persons are behind it, or null when nobody needs protection
 * @param evidence what proves it: a document, a page, a list
 * @param decidedBy who verified, rejected or took it back, or null while it waits
 * @param reason of a rejection or of taking back; otherwise empty
 */
public record MeasureEntry(
        int community,
        UUID id,
        String place,
        PlacePath path,
        String measure,
        ReportPeriod period,
        QualifiedNumber value,
        @Nullable Long cell,
        String evidence,
        State state,
        UUID enteredBy,
        Instant enteredAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        String reason,
        Origin origin) {

    /** What became of it. */
    public enum State {
        /** Waits for a second person; counts as provisional. */
        RECORDED,
        VERIFIED,
        REJECTED,
        /** Was taken back. */
        REVERSED
    }
}

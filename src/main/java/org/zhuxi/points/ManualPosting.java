package org.zhuxi.points;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A posting that a person makes.
 *
 * @param id made by the client; sending it again counts once
 * @param kind ADJUSTMENT, REDEMPTION or REVERSAL
 * @param points 1 to 1,000,000; for an adjustment also negative; ignored for a reversal
 * @param reverses the posting to take back, for a reversal
 * @param note why, 1 to 200 characters
 */
public record ManualPosting(
        UUID id, PostingKind kind, long points, @Nullable UUID reverses, String note) {

    static final long MOST = 1_000_000;
    static final int LONGEST_NOTE = 200;
    static final int VALIDITY_MONTHS = 12;
}

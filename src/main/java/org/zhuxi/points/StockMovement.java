package org.zhuxi.points;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Pieces that came or went; never changed.
 *
 * @param pieces positive when they came
 * @param stockAfter pieces in the shop afterwards
 * @param redemption that moved them, or null
 */
public record StockMovement(
        UUID id,
        Kind kind,
        long pieces,
        long stockAfter,
        @Nullable UUID redemption,
        String note,
        Instant movedAt) {

    /** Why pieces move. */
    public enum Kind {
        RECEIVED,
        CAPTURED,
        RETURNED,
        CORRECTED
    }
}

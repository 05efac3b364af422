package org.zhuxi.activity;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;

/**
 * What became of one item of a batch.
 *
 * @param problem why it was not taken; null unless the status is CONFLICT or REJECTED
 * @param points what it earned the household, or null when it earned nothing
 */
public record Outcome(
        UUID id,
        Status status,
        @Nullable Problem problem,
        @Nullable Long points) {

    /** The four fates of an item. */
    public enum Status {
        CREATED,
        /** The same id with the same content had been taken before. */
        DUPLICATE,
        /** The same id had been taken with other content; the first one stands. */
        CONFLICT,
        /** The item is wrong; nothing was kept. */
        REJECTED
    }
}

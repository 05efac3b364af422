package org.zhuxi.sensing.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * How long single readings are kept; afterwards their hours stand for them.
 *
 * @param path things at or below are concerned
 * @param template kind of device; empty for everything
 * @param device code of a device; empty for all
 * @param keepDays after which the numbers a stream observed are dropped
 */
public record RetentionRule(
        UUID id,
        CommunityId community,
        String place,
        PlacePath path,
        String template,
        String device,
        int keepDays,
        Instant addedAt,
        @Nullable Instant endedAt,
        Origin origin) {

    /** Longer than anything reads single readings for: records of a tap may come three months late. */
    public static final int FEWEST_DAYS = 100;

    public static final int MOST_DAYS = 36_500;
}

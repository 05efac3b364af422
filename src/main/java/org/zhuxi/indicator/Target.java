package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * What an indicator should become at a place by a period, or what it was before work began.
 *
 * @param value in the unit of the indicator
 * @param source who set it, such as the circular it stands in
 * @param withdrawnAt when it ceased to hold, or null
 */
public record Target(
        UUID id,
        String indicator,
        String place,
        PlacePath path,
        Kind kind,
        ReportPeriod period,
        BigDecimal value,
        String source,
        UUID setBy,
        Instant setAt,
        @Nullable Instant withdrawnAt,
        Origin origin) {

    /** What the number is for. */
    public enum Kind {
        BASELINE,
        TARGET
    }
}

package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A value that was published, with what it was reckoned from; never changed. A correction is a figure of its own.
 *
 * @param version of the indicator by which it was reckoned
 * @param path where the place stood
 * @param denominator null for a plain amount
 * @param cutoff until when records were counted
 * @param hash SHA-256 over all it was reckoned from, in hex; any later change gives another one
 * @param snapshot the frozen register in its denominator, or null
 * @param corrects the figure it corrects, or null
 * @param correctedBy the figure that corrects it, or null
 * @param note why it was corrected, for everybody; empty otherwise
 * @param checkedAt when it was last reckoned again, or null
 * @param stillTrue whether it came out the same then, or null
 */
public record PublishedFigure(
        UUID id,
        String indicator,
        int version,
        String place,
        PlacePath path,
        Names name,
        ReportPeriod period,
        BigDecimal value,
        Qualifier qualifier,
        BigDecimal numerator,
        @Nullable BigDecimal denominator,
        Instant cutoff,
        String hash,
        @Nullable UUID snapshot,
        @Nullable UUID corrects,
        @Nullable UUID correctedBy,
        Names note,
        Instant publishedAt,
        @Nullable Instant checkedAt,
        @Nullable Boolean stillTrue,
        Origin origin) {}

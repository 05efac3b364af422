package org.zhuxi.indicator;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * The register of communities as it stood on a day, frozen; the denominators of a year's rates.
 *
 * @param cycle the year it is for
 * @param scope the place whose communities it lists
 * @param communities urban communities in it
 * @param hash SHA-256 of its lines, in hex
 */
public record RegisterSnapshot(
        UUID id,
        ReportPeriod cycle,
        PlacePath scope,
        LocalDate asOf,
        String source,
        String hash,
        long communities,
        Instant frozenAt,
        @Nullable Instant withdrawnAt,
        String withdrawalReason,
        Origin origin) {}

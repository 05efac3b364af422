package org.zhuxi.assessment;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A version of a standard in a list.
 *
 * @param isShipped whether it comes with the program; such a version is neither changed nor retired
 * @param retiredFor why no new cycle may use it, or null
 */
public record StandardEntry(
        String code,
        int version,
        Names names,
        String jurisdiction,
        LocalDate effectiveFrom,
        boolean official,
        StandardVersion.State state,
        boolean isShipped,
        @Nullable Instant publishedAt,
        @Nullable String retiredFor,
        Origin origin) {}

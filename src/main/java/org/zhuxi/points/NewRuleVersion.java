package org.zhuxi.points;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What changes in a rule from a day on; everything else stays as in its latest version.
 *
 * @param code of the rule
 * @param dailyCap points at most for a household on one local day, or null for no limit
 * @param validFrom its first day, tomorrow at the earliest
 */
public record NewRuleVersion(
        String code,
        BigDecimal perUnit,
        long fixed,
        long least,
        @Nullable Long dailyCap,
        LocalDate validFrom) {}

package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * What goes through a unit from the first bucket to the finished compost.
 *
 * @param code printed on its label
 * @param endedOn since when the unit is free again, or null
 * @param outMoisturePercent measured water of the finished compost in % of wet mass, or null
 */
public record Batch(
        UUID id,
        SiteRef site,
        UUID unit,
        String unitCode,
        Method method,
        String code,
        BatchState state,
        LocalDate startedOn,
        @Nullable LocalDate endedOn,
        @Nullable BigDecimal outMoisturePercent,
        Origin origin) {}

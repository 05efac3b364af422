package org.zhuxi.assessment;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A part of a standard under which criteria are listed.
 *
 * @param weight its share of the score, all areas together 1; null when points are the weights
 * @param minPoints fewer points than this in the area fail the standard; null when there is no such rule
 */
public record Area(
        String code,
        Names names,
        @Nullable BigDecimal weight,
        @Nullable BigDecimal minPoints) {}

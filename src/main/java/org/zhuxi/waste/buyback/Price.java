package org.zhuxi.waste.buyback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a recycler pays for a material from a day on.
 *
 * @param fenPerKg fen for a kilogram; 0 when it is taken without pay, null when it is not taken any more
 */
public record Price(
        Material material, LocalDate validFrom, @Nullable Long fenPerKg) {}

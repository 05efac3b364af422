package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An amount that follows from readings.
 *
 * @param slot what it is the amount of: the moment of a weighing, or the day
 * @param from since when it was measured
 * @param at when the amount was there, as the record says
 * @param amount null when it cannot be told, as the counter fell
 */
public record TapFinding(
        String slot, Instant from, Instant at, @Nullable BigDecimal amount) {}

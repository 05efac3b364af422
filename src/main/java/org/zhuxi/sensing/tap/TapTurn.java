package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Where a counter fell because the meter was replaced or began again.
 *
 * @param at of the first reading after it
 * @param last what the old meter showed at its end
 * @param first what the new one showed at its beginning
 */
public record TapTurn(Instant at, BigDecimal last, BigDecimal first) {}

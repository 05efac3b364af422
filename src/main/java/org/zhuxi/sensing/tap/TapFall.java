package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * A counter that shows less than before, and nobody has said why; what went through meanwhile is not counted.
 *
 * @param at of the reading that is smaller
 */
public record TapFall(Instant at, BigDecimal before, BigDecimal after) {}

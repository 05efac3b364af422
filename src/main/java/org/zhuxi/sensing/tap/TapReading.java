package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Instant;

/** A reading of a tap's device, in the unit of the device. */
public record TapReading(Instant at, BigDecimal value) {}

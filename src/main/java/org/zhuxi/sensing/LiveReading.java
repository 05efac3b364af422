package org.zhuxi.sensing;

import java.math.BigDecimal;
import java.time.Instant;

/** A reading as it is shown while it comes. @param quantity its code in the template */
public record LiveReading(String quantity, Instant at, BigDecimal value) {}

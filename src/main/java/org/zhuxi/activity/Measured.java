package org.zhuxi.activity;

import java.math.BigDecimal;

/** A quantity as it was sent: a number and a UCUM unit such as {@code kg} or {@code g}. */
public record Measured(BigDecimal value, String unit) {}

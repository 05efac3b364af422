package org.zhuxi.carbon;

import java.math.BigDecimal;

/**
 * What a household used in a month.
 *
 * @param electricityKwh kWh, not negative
 * @param gasM3 natural gas in m³
 * @param waterM3 tap water in m³
 * @param persons who live there, 1 to 30
 */
public record NewFootprint(BigDecimal electricityKwh, BigDecimal gasM3, BigDecimal waterM3, int persons) {}

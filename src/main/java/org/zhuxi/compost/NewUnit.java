package org.zhuxi.compost;

import java.math.BigDecimal;
import java.util.UUID;

/** @param probes 1 to 3 points that are measured: core, edge, base in this order */
public record NewUnit(UUID id, String code, Method method, BigDecimal litres, int probes) {}

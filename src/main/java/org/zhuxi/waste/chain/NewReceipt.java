package org.zhuxi.waste.chain;

import java.math.BigDecimal;

/**
 * What the destination says it received.
 *
 * @param receivedKg in kg, above zero
 * @param explanation needed when it differs from the sender's weight by more than the tolerance; otherwise may be empty
 */
public record NewReceipt(BigDecimal receivedKg, String explanation) {}

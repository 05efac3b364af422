package org.zhuxi.waste.buyback;

/** How the household got its money. */
public enum Payment {
    CASH,
    TRANSFER
}

package org.zhuxi.points;

/** Published in the transaction in which goods are set aside for a household to pick up. */
public record GoodsHeld(Redemption redemption) {}

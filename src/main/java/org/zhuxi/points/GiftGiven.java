package org.zhuxi.points;

/** Published in the transaction in which a household gives points to another. */
public record GiftGiven(Gift gift) {}

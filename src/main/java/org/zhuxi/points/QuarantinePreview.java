package org.zhuxi.points;

/**
 * What a reversal would take, reckoned before anything is withheld.
 *
 * @param records that still count and are in no other quarantine
 * @param households behind them
 * @param points that they had earned
 * @param spent of these, what the households no longer have: it would be owed
 */
public record QuarantinePreview(long records, long households, long points, long spent) {}

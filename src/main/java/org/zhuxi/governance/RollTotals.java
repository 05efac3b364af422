package org.zhuxi.governance;

/**
 * What a roll of owners comes to, at or below a place.
 *
 * @param units how many units
 * @param areaCentiM2 their area in 0.01 m²
 * @param heads how many owners; what is unsold is one head together
 */
public record RollTotals(long units, long areaCentiM2, long heads) {}

package org.zhuxi.activity;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What the records of a kind add up to in a day, week or month. Nothing was recorded where there is none of these.
 *
 * @param start the first day
 * @param verified the sum of verified records, in the unit of the quantity
 * @param records how many those are
 * @param waiting how many records still wait for verification; they are not in the sum
 */
public record SeriesSum(String kind, LocalDate start, BigDecimal verified, long records, long waiting) {}

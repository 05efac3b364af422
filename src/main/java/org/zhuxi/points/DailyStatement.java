package org.zhuxi.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * What the whole ledger had come to when a day was over; public, and itself an entry of the transparency log.
 *
 * @param day the last day it counts, in the zone of Shanghai
 * @param issued points ever given by rules
 * @param reversed of these, points taken back
 * @param redeemed points spent, without spending that was taken back
 * @param expired points that ran out of time
 * @param adjusted points given by hand, less those taken by hand
 * @param outstanding points that households hold
 * @param owed points that households owe
 * @param accounts how many households have an account
 */
public record DailyStatement(
        LocalDate day,
        UUID id,
        long issued,
        long reversed,
        long redeemed,
        long expired,
        long adjusted,
        long outstanding,
        long owed,
        long accounts,
        Instant madeAt) {}

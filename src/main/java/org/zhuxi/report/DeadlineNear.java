package org.zhuxi.report;

/**
 * Published once a week for what is due within a fortnight or overdue, in the transaction that notes it.
 *
 * @param daysLeft negative for days late
 */
public record DeadlineNear(Expectation owed, long daysLeft) {}

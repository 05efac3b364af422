package org.zhuxi.assessment;

/**
 * Whole communities in a month.
 *
 * @param month such as {@code 2026-03}
 */
public record MonthCount(String month, long communities) {}

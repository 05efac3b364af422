package org.zhuxi.report;

/**
 * How many of the places that owe something have handed it in. Excused ones owe nothing.
 *
 * @param expected places that owe it
 * @param arrived of these, those from which it has come
 * @param inTime of these, those from which it came in time
 * @param overdue those from which it has not come though the day is over
 * @param excused places that were excused
 */
public record ReportingRate(long expected, long arrived, long inTime, long overdue, long excused) {}

package org.zhuxi.assessment;

import org.zhuxi.kernel.Names;

/**
 * A cycle to be planned.
 *
 * @param year 2000 to 2100
 * @param jurisdiction 12-digit code of the place whose communities it is about
 * @param standard code of the standard; its newest version in force is taken
 */
public record NewCycle(int year, String jurisdiction, Names names, String standard, CycleCalendar calendar) {}

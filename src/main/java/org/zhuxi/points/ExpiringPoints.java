package org.zhuxi.points;

import java.time.LocalDate;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A household that is about to lose points (积分到期提醒).
 *
 * @param label how people call its door
 * @param points that lapse within the days asked for
 * @param firstDay the last day on which the first of them are valid
 */
public record ExpiringPoints(HouseholdRef household, String label, long points, LocalDate firstDay) {}

package org.zhuxi.waste.team;

import java.math.BigDecimal;
import java.util.UUID;

/**
 * A member's month.
 *
 * @param planned duties in the month
 * @param served duties checked out of
 * @param verifiedHours hours that somebody else has verified
 * @param waitingHours hours that still wait for it
 */
public record MonthLine(
        UUID account,
        String name,
        Part part,
        long planned,
        long served,
        BigDecimal verifiedHours,
        BigDecimal waitingHours) {}

package org.zhuxi.points;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * What a household has.
 *
 * @param balance points it can spend today
 * @param credits all points that ever came in
 * @param debits all points that ever went out
 * @param owed points that were taken back after they had been spent; paid from what comes in next
 * @param nextExpiry last day on which the points that expire first are valid, or null when there are none
 * @param nextExpiryPoints how many those are
 */
public record HouseholdAccount(
        HouseholdRef household,
        long balance,
        long credits,
        long debits,
        long owed,
        @Nullable LocalDate nextExpiry,
        long nextExpiryPoints) {}

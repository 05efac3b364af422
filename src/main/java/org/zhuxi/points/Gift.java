package org.zhuxi.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * Points that one household gave to another (赠送).
 *
 * @param day the giver's local day
 * @param reversedAt when staff took it back, or null
 * @param reverseNote why, or null
 */
public record Gift(
        UUID id,
        HouseholdRef from,
        HouseholdRef to,
        long points,
        String note,
        LocalDate day,
        UUID givenBy,
        Instant givenAt,
        @Nullable Instant reversedAt,
        @Nullable String reverseNote) {

    public boolean isReversed() {
        return reversedAt != null;
    }
}

package org.zhuxi.points;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A wish for goods.
 *
 * @param id made by the client; sending it again counts once, and a refused one stays refused
 * @param pieces 1 to 20
 * @param consent for somebody else's household: how it agreed, such as 本人到场持卡; 1 to 100 characters
 */
public record NewRedemption(
        UUID id,
        UUID goods,
        HouseholdRef household,
        int pieces,
        @Nullable String consent) {

    public static final int MOST_PIECES = 20;
    public static final int LONGEST_CONSENT = 100;
}

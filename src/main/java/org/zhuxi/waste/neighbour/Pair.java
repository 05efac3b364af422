package org.zhuxi.waste.neighbour;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A household that helps and one that is helped.
 *
 * @param onPaper whether the helped household consented on paper
 * @param witness who saw that; empty otherwise
 * @param carried drops carried so far
 */
public record Pair(
        UUID id,
        HouseholdRef helper,
        HouseholdRef helped,
        @Nullable Instant helperConsentedAt,
        @Nullable Instant helpedConsentedAt,
        boolean onPaper,
        String witness,
        @Nullable Instant endedAt,
        String endReason,
        long carried) {

    /** Whether both have consented and nobody has ended it. */
    public boolean isActive() {
        return helperConsentedAt != null && helpedConsentedAt != null && endedAt == null;
    }

    /** Whether this household's consent is still missing. */
    public boolean waitsFor(HouseholdRef household) {
        return endedAt == null
                && ((household.equals(helper) && helperConsentedAt == null)
                        || (household.equals(helped) && helpedConsentedAt == null));
    }
}

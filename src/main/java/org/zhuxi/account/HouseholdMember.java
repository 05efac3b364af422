package org.zhuxi.account;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * Somebody who lives in a household.
 *
 * @param account null for somebody without one
 * @param name of the account, else the nickname
 * @param guardian the member who decides for this minor, or null
 * @param head whether this member answers for the household
 */
public record HouseholdMember(
        UUID id,
        HouseholdRef household,
        @Nullable UUID account,
        String name,
        AgeBand age,
        @Nullable UUID guardian,
        boolean head,
        LocalDate since) {

    /** The id under which consent of this person is kept: the account's, else the member's own. */
    public UUID person() {
        return account == null ? id : account;
    }
}

package org.zhuxi.points.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.points.PostingKind;

/**
 * One balanced transfer between a household and the account on the other side.
 *
 * @param toHousehold whether the household gains
 * @param reverses the posting this one takes back, or null
 * @param previous the posting before this one on the household's account, or null when it is the first
 * @param balance of the household afterwards
 */
record Posting(
        UUID id,
        HouseholdRef household,
        boolean toHousehold,
        Counter counter,
        PostingKind kind,
        long points,
        Details details,
        @Nullable UUID reverses,
        long fingerprint,
        Instant postedAt,
        @Nullable UUID previous,
        long balance) {

    /** @param expiresOn last valid day: of what comes in, or the latest of what goes out; null when it does not matter */
    record Details(
            LocalDate businessDay, @Nullable LocalDate expiresOn, Order.@Nullable RuleUse rule, Order.Cause cause) {}
}

package org.zhuxi.points.internal;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.PostingKind;

/** The account on the other side of a household's posting. It is never locked; its totals are kept by day. */
public enum Counter {
    ISSUING(1),
    REDEEMED(2),
    EXPIRED(3),
    ADJUSTED(4),
    /** What the household owes, kept in the household's own row. */
    CLAWBACK(5),
    /** Set aside for goods that wait to be picked up. */
    HELD(6),
    /** Withheld while it is not clear whether the records behind it were honest. */
    WITHHELD(7),
    /** On the way from one household to another; empty for two of the same community. */
    GIFTED(8);

    private final int number;

    Counter(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    boolean isKeptByDay() {
        return this != CLAWBACK;
    }

    /** The id under which postings name this account. */
    UUID idFor(HouseholdRef household) {
        return this == CLAWBACK ? Ids.derived(household.id(), "clawback") : idIn(household.community());
    }

    UUID idIn(CommunityId community) {
        return Ids.derived(new UUID(0, community.value()), "points/" + name());
    }

    static Counter of(PostingKind kind) {
        return switch (kind) {
            case REWARD, BONUS -> ISSUING;
            case REDEMPTION, CAPTURE, REFUND -> REDEEMED;
            case EXPIRY -> EXPIRED;
            case ADJUSTMENT -> ADJUSTED;
            case ADVANCE, REPAYMENT -> CLAWBACK;
            case HOLD -> HELD;
            case QUARANTINE -> WITHHELD;
            case GIFT -> GIFTED;
            case REVERSAL -> throw new IllegalArgumentException("A reversal takes the other side of what it reverses");
        };
    }
}

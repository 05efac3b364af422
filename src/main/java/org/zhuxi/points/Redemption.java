package org.zhuxi.points;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;

/**
 * Points for goods (兑换): held when it is asked for, captured when the goods are handed over, or voided; never twice.
 *
 * @param points of all pieces together
 * @param code what the shop scans or types, such as K7M2-QX4D
 * @param consent how a household that was served by somebody else agreed, or null when it asked itself
 * @param expiresAt until when the goods wait
 * @param closedAt when it was captured, voided or refunded, or null
 */
public record Redemption(
        UUID id,
        UUID shop,
        UUID goods,
        int goodsVersion,
        Names goodsName,
        HouseholdRef household,
        int pieces,
        long points,
        State state,
        String code,
        @Nullable String consent,
        Instant heldAt,
        Instant expiresAt,
        @Nullable Instant closedAt,
        @Nullable VoidReason voidReason) {

    /** Where it stands. */
    public enum State {
        /** Points and pieces are set aside. */
        HELD,
        /** The goods were handed over. */
        CAPTURED,
        /** Points and pieces are free again. */
        VOIDED,
        /** The goods came back afterwards. */
        REFUNDED
    }

    /** Whose doing it was that the goods were not handed over. */
    public enum VoidReason {
        RESIDENT,
        SHOP,
        EXPIRED
    }

    public boolean isWaiting() {
        return state == State.HELD;
    }
}

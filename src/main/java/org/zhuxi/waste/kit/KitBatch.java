package org.zhuxi.waste.kit;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;

/**
 * Bags or kits ordered together, with consecutive codes.
 *
 * @param label what people call it, such as 厨余袋 7L
 * @param codes how many were ordered
 * @param received how many arrived; 0 while ordered
 * @param issued how many households have been given
 * @param voided how many of those not given out are void
 */
public record KitBatch(
        CommunityId community,
        UUID id,
        KitItem item,
        String label,
        BagCode first,
        int codes,
        State state,
        int received,
        long issued,
        long voided,
        Instant orderedAt,
        Origin origin) {

    /** How far a batch has come. */
    public enum State {
        ORDERED,
        RECEIVED,
        CANCELLED
    }

    /** How many lie in the store. */
    public long inStock() {
        return received - issued - voided;
    }
}

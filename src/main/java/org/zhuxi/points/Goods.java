package org.zhuxi.points;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;

/**
 * What a shop gives for points, as it is now.
 *
 * @param version of name and price; a redemption keeps the one it was made by
 * @param pricePoints of one piece
 * @param stock pieces in the shop
 * @param reserved pieces of these that wait to be picked up
 * @param photo SHA-256 of its photo, or null
 */
public record Goods(
        UUID id,
        CommunityId community,
        UUID shop,
        int version,
        Names name,
        long pricePoints,
        boolean isOnSale,
        @Nullable String photo,
        long stock,
        long reserved) {

    /** Pieces that can still be redeemed. */
    public long available() {
        return stock - reserved;
    }
}

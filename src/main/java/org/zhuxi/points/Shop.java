package org.zhuxi.points;

import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Site;

/**
 * An exchange shop (兑换点), where a household gets goods for points.
 *
 * @param site where it stands; the shop has the same id
 * @param note what a neighbour should know; may be empty
 * @param isOpen whether it is open at the moment it was read
 * @param isClosedForGood whether it takes no redemptions any more
 */
public record Shop(Site site, String note, ShopHours hours, boolean isOpen, boolean isClosedForGood) {

    /** The type of the site a shop stands on. */
    public static final String SITE_TYPE = "exchange-shop";

    public UUID id() {
        return site.id();
    }

    public CommunityId community() {
        return site.community();
    }
}

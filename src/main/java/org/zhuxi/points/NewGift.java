package org.zhuxi.points;

import java.util.UUID;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;

/**
 * A wish to give points to another household of the family.
 *
 * @param id made by the client; sending it again counts once
 * @param card code on the receiver's household card
 * @param points 1 up to what the day's limit leaves
 * @param note a few words for both, at most 60 characters; may be empty
 */
public record NewGift(UUID id, HouseholdRef from, String card, long points, String note, Origin origin) {

    public static final int LONGEST_NOTE = 60;
}

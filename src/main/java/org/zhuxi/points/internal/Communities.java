package org.zhuxi.points.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;

/** What the ledger asks about places. */
public interface Communities {

    ZoneId zoneOf(CommunityId community);

    /** Which community each household belongs to; unknown ones are missing from the answer. */
    Map<UUID, CommunityId> communitiesOfHouseholds(Collection<UUID> ids);

    Map<UUID, Household> findHouseholds(Collection<HouseholdRef> households);

    Community getCommunity(CommunityId community);

    List<Community> communitiesAt(PlacePath path);
}

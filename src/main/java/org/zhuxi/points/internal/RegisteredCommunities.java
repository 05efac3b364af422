package org.zhuxi.points.internal;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** Asks the register of places, and keeps time zones in memory, because every batch needs them and they do not change. */
@Component
class RegisteredCommunities implements Communities {

    private final Places places;
    private final Map<CommunityId, ZoneId> zones = new ConcurrentHashMap<>();

    RegisteredCommunities(Places places) {
        this.places = places;
    }

    @Override
    public ZoneId zoneOf(CommunityId community) {
        return zones.computeIfAbsent(community, id -> places.getCommunity(id).zone());
    }

    @Override
    public Map<UUID, CommunityId> communitiesOfHouseholds(Collection<UUID> ids) {
        return places.communitiesOfHouseholds(ids);
    }

    @Override
    public Map<UUID, Household> findHouseholds(Collection<HouseholdRef> households) {
        return places.findHouseholds(households);
    }

    @Override
    public Community getCommunity(CommunityId community) {
        return places.getCommunity(community);
    }

    @Override
    public List<Community> communitiesAt(PlacePath path) {
        return places.communitiesAt(path);
    }
}

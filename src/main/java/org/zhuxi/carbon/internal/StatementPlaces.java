package org.zhuxi.carbon.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.carbon.CarbonRefused;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Places that can have a statement: communities and what lies in them. */
@Component
public class StatementPlaces {

    private final Places places;

    StatementPlaces(Places places) {
        this.places = places;
    }

    /** @throws CarbonRefused.NoPlace when the code names no community and nothing in one */
    public Place typed(String code) {
        if (code.indexOf('\0') >= 0) {
            throw new CarbonRefused.NoPlace();
        }
        return places.findByCode(code.strip())
                .filter(place -> place.community() != null)
                .orElseThrow(CarbonRefused.NoPlace::new);
    }

    public CommunityId communityOf(Place place) {
        return java.util.Objects.requireNonNull(place.community());
    }

    /** Code of the community a place is or lies in. */
    public String communityCode(Place place) {
        return places.getCommunity(communityOf(place)).code();
    }
}

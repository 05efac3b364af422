package org.zhuxi.waste.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Permission;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteRefused;

/** The household behind a card or a door plate, scanned or typed, for whom somebody may do something. */
@Component
public class Doors {

    private final Places places;

    Doors(Places places) {
        this.places = places;
    }

    /** @throws WasteRefused.HouseholdUnknown when there is none in the community that this actor serves */
    public Household identify(Actor actor, Permission permission, CommunityId community, String cardOrPlate) {
        var code = places.getCommunity(community).code();
        return CardText.candidates(cardOrPlate, code).stream()
                .flatMap(candidate -> places.findHouseholdByCard(candidate).stream())
                .filter(household -> household.ref().community().equals(community))
                .filter(household -> actor.may(permission, household.path()))
                .findFirst()
                .orElseThrow(() -> new WasteRefused.HouseholdUnknown(cardOrPlate.strip()));
    }
}

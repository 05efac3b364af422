package org.zhuxi.place.internal;

import java.io.IOException;
import java.util.List;
import org.springframework.stereotype.Component;
import org.zhuxi.place.Places;
import org.zhuxi.platform.privacy.DataSubject;
import org.zhuxi.platform.privacy.PersonalArchive;
import org.zhuxi.platform.privacy.PersonalData;

/** Where the person's households live. */
@Component
class PlacePersonalData implements PersonalData {

    private final Places places;
    private final HouseholdStore households;

    PlacePersonalData(Places places, HouseholdStore households) {
        this.places = places;
        this.households = households;
    }

    @Override
    public String module() {
        return "place";
    }

    @Override
    public void export(DataSubject subject, PersonalArchive archive) throws IOException {
        var columns = List.of("household_id", "card", "dwelling", "label", "persons", "since", "until");
        archive.table("households", columns, sink -> {
            for (var household :
                    places.findHouseholds(subject.actor().households()).values()) {
                var stay = households.getStay(household.ref());
                sink.row(
                        household.ref().id(),
                        household.cardCode(),
                        household.dwelling(),
                        household.label(),
                        household.persons(),
                        stay.since(),
                        stay.until());
            }
        });
    }

    @Override
    public List<String> keeps() {
        return List.of("place.erasure.keeps.household");
    }
}

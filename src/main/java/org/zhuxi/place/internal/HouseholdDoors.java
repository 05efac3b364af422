package org.zhuxi.place.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdPlaces;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** Doors of households for modules that know only their ids. */
@Component
class HouseholdDoors implements HouseholdPlaces {

    private final HouseholdStore households;

    private final ObjectProvider<Places> places;

    HouseholdDoors(HouseholdStore households, ObjectProvider<Places> places) {
        this.households = households;
        this.places = places;
    }

    @Override
    public Optional<HouseholdPlace> find(UUID household) {
        return Optional.ofNullable(households.communitiesOf(List.of(household)).get(household))
                .flatMap(community -> households.find(List.of(new HouseholdRef(community, household))).stream()
                        .findFirst())
                .map(HouseholdDoors::place);
    }

    @Override
    public Optional<HouseholdPlace> findByCard(String cardOrDwelling) {
        return places.getObject().findHouseholdByCard(cardOrDwelling).map(HouseholdDoors::place);
    }

    private static HouseholdPlace place(Household household) {
        return new HouseholdPlace(household.ref(), household.path(), household.label());
    }
}

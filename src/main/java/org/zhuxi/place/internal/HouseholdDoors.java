package org.zhuxi.place.internal;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdPlaces;
import org.zhuxi.kernel.HouseholdRef;

/** Doors of households for modules that know only their ids. */
@Component
class HouseholdDoors implements HouseholdPlaces {

    private final HouseholdStore households;

    HouseholdDoors(HouseholdStore households) {
        this.households = households;
    }

    @Override
    public Optional<HouseholdPlace> find(UUID household) {
        return Optional.ofNullable(households.communitiesOf(List.of(household)).get(household))
                .flatMap(community -> households.find(List.of(new HouseholdRef(community, household))).stream()
                        .findFirst())
                .map(found -> new HouseholdPlace(found.ref(), found.path(), found.label()));
    }
}

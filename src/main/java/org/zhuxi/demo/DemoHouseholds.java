package org.zhuxi.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** The families of a demo community that take part in the season: every n-th door, always the same. */
@Component
class DemoHouseholds {

    private static final int PAGE = 1_000;

    private final Places places;

    DemoHouseholds(Places places) {
        this.places = places;
    }

    List<HouseholdRef> of(String code) {
        var blueprint = DemoCommunities.all().stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow();
        var all = inOrderOfDoors(places.findByCode(code)
                .orElseThrow(() -> new Refused.NotFound(code))
                .path());
        var step = all.size() / blueprint.participants();
        var taking = new ArrayList<HouseholdRef>();
        for (var i = 0; i < all.size() && taking.size() < blueprint.participants(); i += step) {
            taking.add(all.get(i).ref());
        }
        return taking;
    }

    private List<Household> inOrderOfDoors(PlacePath community) {
        var all = new ArrayList<Household>();
        @Nullable String after = null;
        do {
            var page = places.listHouseholds(Founder.ACTOR, community, null, PAGE, after);
            all.addAll(page.items());
            after = page.next();
        } while (after != null);
        return all;
    }
}

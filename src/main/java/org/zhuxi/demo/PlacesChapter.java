package org.zhuxi.demo;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.NewHousehold;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Register;

/** Communities with their buildings, dwellings and households. */
@Component
class PlacesChapter {

    private static final int BATCH = 1_000;
    private static final LocalDate SINCE = LocalDate.of(2023, 9, 11);

    private final Register register;

    PlacesChapter(Register register) {
        this.register = register;
    }

    void tell() {
        DemoCommunities.all().forEach(this::build);
    }

    private void build(DemoCommunities.Blueprint blueprint) {
        var community = register.addCommunity(Founder.ACTOR, blueprint.profile());
        register.addPlaces(Founder.ACTOR, community, blueprint.buildings());
        inBatches(blueprint.dwellings(), batch -> addDwellings(community, batch));
        inBatches(families(blueprint), batch -> register.addHouseholds(Founder.ACTOR, community, batch));
    }

    private void addDwellings(CommunityId community, List<NewPlace> batch) {
        register.addPlaces(Founder.ACTOR, community, batch);
    }

    private static List<NewHousehold> families(DemoCommunities.Blueprint blueprint) {
        var persons = blueprint.personsByHousehold();
        return IntStream.range(0, blueprint.households())
                .mapToObj(i -> new NewHousehold(Ids.next(), blueprint.dwelling(i), persons[i], SINCE, Origin.SYNTHETIC))
                .toList();
    }

    private static <T> void inBatches(List<T> all, java.util.function.Consumer<List<T>> step) {
        for (var from = 0; from < all.size(); from += BATCH) {
            step.accept(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }
}

package org.zhuxi.place.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.CodeAddress;

/** The household register for programs; every answer is audited unless a household asks for itself. */
@RestController
@RequestMapping("/api/v1/households")
class HouseholdsApi {

    private static final int MOST = 1_000;

    private final Places places;
    private final Reach reach;

    HouseholdsApi(Places places, Reach reach) {
        this.places = places;
        this.reach = reach;
    }

    /**
     * @param place code of the dwelling
     * @param community number of the community
     */
    record HouseholdJson(UUID id, String place, String card, String label, int persons, int community) {

        static HouseholdJson of(Household household) {
            return new HouseholdJson(
                    household.ref().id(),
                    household.dwelling(),
                    household.cardCode(),
                    household.label(),
                    household.persons(),
                    household.ref().community().value());
        }
    }

    /**
     * @param place code of a place; the caller's own when it is missing
     * @param card number of a card, instead of words
     */
    @GetMapping
    Slice<HouseholdJson> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String q,
            @RequestHeader(name = CodeAddress.HEADER, required = false) @Nullable String card,
            @RequestParam(defaultValue = "100") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var at = reach.getPlace(actor, place).path();
        var found = card == null
                ? places.listHouseholds(actor, at, q, Math.clamp(limit, 1, MOST), after)
                : places.listHouseholdsByCard(actor, at, card);
        return new Slice<>(found.items().stream().map(HouseholdJson::of).toList(), found.next());
    }

    @GetMapping("/{id}")
    HouseholdJson get(Actor actor, @PathVariable UUID id) {
        return HouseholdJson.of(places.getHousehold(actor, id));
    }
}

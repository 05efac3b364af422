package org.zhuxi.waste.internal.field;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Places;
import org.zhuxi.waste.SortingGuide;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.internal.FieldStations;

/** What a phone must know to record drops without a network; no household, no address. */
@RestController
class FieldKitApi {

    private final FieldStations mine;
    private final Places places;
    private final SortingGuide guide;
    private final Clock clock;

    FieldKitApi(FieldStations mine, Places places, SortingGuide guide, Clock clock) {
        this.mine = mine;
        this.places = places;
        this.guide = guide;
        this.clock = clock;
    }

    /**
     * @param account whose records the phone keeps from now on
     * @param name how this person is called, so that he sees under which account he records
     * @param now the server's time, against which the phone measures its own clock
     * @param form token that a page's requests must carry; left out for programs
     * @param bagKg mass of a bag by class, in kg
     */
    record KitJson(
            UUID account,
            String name,
            Instant now,
            @Nullable String form,
            List<StationJson> stations,
            Map<String, BigDecimal> bagKg) {}

    /** @param community code of the community, to which photos are sent */
    record StationJson(UUID id, String name, String community, List<String> accepted, boolean weighs) {}

    @GetMapping("/api/v1/field/kit")
    ResponseEntity<KitJson> kit(
            Actor actor,
            Locale locale,
            @RequestAttribute(name = "org.springframework.security.web.csrf.CsrfToken", required = false) @Nullable
                    CsrfToken token) {
        var stations =
                mine.choices(actor).stream().map(view -> station(view, locale)).toList();
        var bagKg = Arrays.stream(WasteClass.values())
                .collect(Collectors.toMap(
                        WasteClass::code,
                        wasteClass -> guide.chapter(wasteClass).bagKg()));
        var form = token == null || actor.scopes() != null ? null : token.getToken();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new KitJson(actor.account(), actor.name(), clock.instant(), form, stations, bagKg));
    }

    private StationJson station(StationView view, Locale locale) {
        var station = view.station();
        return new StationJson(
                station.site().id(),
                station.site().name().in(locale),
                places.getCommunity(station.ref().community()).code(),
                station.accepted().stream().sorted().map(WasteClass::code).toList(),
                station.weighs());
    }
}

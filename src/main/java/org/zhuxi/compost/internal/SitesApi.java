package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.compost.Advice;
import org.zhuxi.compost.CompostDay;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.Method;
import org.zhuxi.compost.NewSite;
import org.zhuxi.compost.NewUnit;
import org.zhuxi.compost.Scene;
import org.zhuxi.compost.UnitDay;
import org.zhuxi.compost.internal.CompostJson.MonthJson;
import org.zhuxi.compost.internal.CompostJson.SiteJson;
import org.zhuxi.compost.internal.CompostJson.UnitJson;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;

/** Compost sites and units for programs. */
@RestController
@RequestMapping("/api/v1/compost")
class SitesApi {

    private static final int USUAL_ROWS = 200;
    private static final int YEARS = 5;

    private final CompostSites sites;
    private final CompostMonths months;
    private final CompostDay day;
    private final Places places;
    private final Clock clock;

    SitesApi(CompostSites sites, CompostMonths months, CompostDay day, Places places, Clock clock) {
        this.sites = sites;
        this.months = months;
        this.day = day;
        this.places = places;
        this.clock = clock;
    }

    record SitesJson(List<SiteJson> items, @Nullable String next) {}

    /** @param months published ones of the last five years, the latest first */
    record SiteDetailJson(SiteJson site, List<UnitJson> units, List<MonthJson> months) {}

    record NewSiteJson(
            @Nullable String place,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String scene,
            @Nullable String operator,
            @Nullable String programme,
            @Nullable LocalDate startedOn,
            @Nullable BigDecimal bucketLitres,
            @Nullable String note) {

        NewSite site() {
            return new NewSite(
                    Typed.required("place", place),
                    new Names(Typed.required("nameZh", nameZh), Typed.required("nameEn", nameEn)),
                    point(latitude, longitude),
                    Typed.choice("scene", Scene.class, scene),
                    Typed.text(operator),
                    Typed.text(programme),
                    Typed.required("startedOn", startedOn),
                    Typed.required("bucketLitres", bucketLitres),
                    Objects.requireNonNullElse(note, ""),
                    Origin.RECORDED);
        }
    }

    /** A point on the earth, or null when half of it is missing. */
    static @Nullable GeoPoint point(@Nullable Double latitude, @Nullable Double longitude) {
        if (latitude == null || longitude == null) {
            return null;
        }
        try {
            return new GeoPoint(latitude, longitude);
        } catch (IllegalArgumentException e) {
            throw new org.zhuxi.compost.CompostRefused.Unreadable("latitude", "compost-location");
        }
    }

    record NewUnitJson(
            @Nullable UUID id,
            @Nullable String code,
            @Nullable String method,
            @Nullable BigDecimal litres,
            @Nullable Integer probes) {}

    record IdJson(UUID id) {}

    record TodayJson(UUID unit, String code, @Nullable UUID batch, List<AdviceJson> advice) {

        static TodayJson of(UnitDay it) {
            var batch = it.batch();
            return new TodayJson(
                    it.unit().id(),
                    it.unit().code(),
                    batch == null ? null : batch.id(),
                    it.advice().stream().map(AdviceJson::of).toList());
        }
    }

    record AdviceJson(String code, boolean urgent, List<Object> arguments) {

        static AdviceJson of(Advice it) {
            return new AdviceJson(it.code(), it.urgent(), it.arguments());
        }
    }

    @GetMapping("/sites")
    SitesJson list(
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String scene,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable Integer limit,
            @RequestParam @Nullable String after) {
        var at = place == null
                ? PlacePath.NATION
                : places.findByCode(place)
                        .orElseThrow(() -> new Refused.NotFound(place))
                        .path();
        var found = sites.list(
                at,
                scene == null ? null : Typed.choice("scene", Scene.class, scene),
                q,
                limit == null ? USUAL_ROWS : limit,
                after);
        return new SitesJson(found.items().stream().map(SiteJson::of).toList(), found.next());
    }

    @PostMapping("/sites")
    IdJson add(Actor actor, @RequestBody NewSiteJson body) {
        return new IdJson(sites.add(actor, body.site()).ref().id());
    }

    @GetMapping("/sites/{id}")
    SiteDetailJson get(@PathVariable String id) {
        var site = sites.get(Ids.read(id));
        var now = YearMonth.now(clock.withZone(EntryChecks.ZONE));
        return new SiteDetailJson(
                SiteJson.of(site),
                sites.units(site.ref()).stream().map(UnitJson::of).toList(),
                months.published(List.of(site), now.minusYears(YEARS), now).stream()
                        .map(MonthJson::of)
                        .toList());
    }

    @PostMapping("/sites/{id}/units")
    IdJson addUnit(Actor actor, @PathVariable String id, @RequestBody NewUnitJson body) {
        var unit = new NewUnit(
                Objects.requireNonNullElseGet(body.id(), Ids::next),
                Typed.required("code", body.code()),
                Typed.choice("method", Method.class, body.method()),
                Typed.required("litres", body.litres()),
                Objects.requireNonNullElse(body.probes(), 1));
        sites.addUnit(actor, Ids.read(id), unit);
        return new IdJson(unit.id());
    }

    @PostMapping("/units/{id}/retirement")
    void retire(Actor actor, @PathVariable String id) {
        sites.retire(actor, Ids.read(id));
    }

    @GetMapping("/sites/{id}/today")
    List<TodayJson> today(Actor actor, @PathVariable String id) {
        return day.today(actor, Ids.read(id)).stream().map(TodayJson::of).toList();
    }
}

package org.zhuxi.governance.internal;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.OwnedPart;
import org.zhuxi.governance.RollRow;
import org.zhuxi.governance.RollTotals;
import org.zhuxi.governance.Rolls;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;

/** The roll of owners for programs of those who keep it. */
@RestController
@RequestMapping("/api/v1/places/{place}/owners-roll")
class RollsApi {

    private static final int PAGE = 1_000;

    private final Rolls rolls;
    private final WorkPlaces places;

    RollsApi(Rolls rolls, WorkPlaces places) {
        this.rolls = rolls;
        this.places = places;
    }

    /** A unit. @param areaM2 with two decimals */
    record Unit(
            String place,
            BigDecimal areaM2,
            OwnedPart.AreaSource areaSource,
            String owner,
            boolean isUnsold,
            Origin origin) {

        static Unit of(OwnedPart part) {
            return new Unit(
                    part.place(),
                    BigDecimal.valueOf(part.areaCentiM2(), 2),
                    part.areaSource(),
                    part.owner(),
                    part.unsold(),
                    part.origin());
        }
    }

    record NewUnit(
            @Nullable String place,
            @Nullable BigDecimal areaM2,
            @Nullable String areaSource,
            @Nullable String owner) {

        RollRow row() {
            return new RollRow(place, areaM2 == null ? null : areaM2.toPlainString(), owner, areaSource);
        }
    }

    record NewUnits(@Nullable List<NewUnit> units) {}

    record Entered(int entered) {}

    @GetMapping
    Items<Unit> list(
            Actor actor,
            @PathVariable String place,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after) {
        return Items.of(rolls.list(actor, places.open(place).path(), q, PAGE, after), Unit::of);
    }

    @GetMapping("/totals")
    RollTotals totals(Actor actor, @PathVariable String place) {
        return rolls.totals(actor, places.open(place).path());
    }

    @PutMapping
    Entered enter(Actor actor, @PathVariable String place, @RequestBody NewUnits body) {
        var rows =
                Typed.required("units", body.units()).stream().map(NewUnit::row).toList();
        return new Entered(rolls.enter(actor, place, rows, Origin.RECORDED));
    }

    @DeleteMapping("/{unit}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable String place, @PathVariable String unit) {
        rolls.remove(actor, place, unit);
    }
}

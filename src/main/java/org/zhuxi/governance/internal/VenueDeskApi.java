package org.zhuxi.governance.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.Venues;
import org.zhuxi.governance.internal.AgreementsApi.VenueItem;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** Venues at the desk, for programs: opened, closed and opened again. */
@RestController
@RequestMapping("/api/v1/venues/{id}")
class VenueDeskApi {

    private final Venues venues;

    VenueDeskApi(Venues venues) {
        this.venues = venues;
    }

    record NewVenue(
            @Nullable String place,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String where) {}

    @PutMapping
    VenueItem open(Actor actor, @PathVariable UUID id, @RequestBody NewVenue body) {
        var name = new Names(Typed.text(body.nameZh()), Typed.text(body.nameEn()));
        return VenueItem.of(venues.open(actor, id, body.place(), name, body.where(), Origin.RECORDED, ""));
    }

    @PostMapping("/closing")
    VenueItem close(Actor actor, @PathVariable UUID id) {
        venues.close(actor, id, true);
        return VenueItem.of(venues.get(id));
    }

    @PostMapping("/reopening")
    VenueItem reopen(Actor actor, @PathVariable UUID id) {
        venues.close(actor, id, false);
        return VenueItem.of(venues.get(id));
    }
}

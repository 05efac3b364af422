package org.zhuxi.sensing.internal.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.activity.EvidenceResponse;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.meter.CommunityUse;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.MeterPhotos;
import org.zhuxi.sensing.meter.MeterReading;
import org.zhuxi.sensing.meter.Meters;
import org.zhuxi.sensing.meter.NewMeter;

/** Meters for programs. */
@RestController
@RequestMapping("/api/v1/meters")
class MetersApi {

    private static final int PAGE = 200;
    private static final int MOST = 1_000;

    private final Meters meters;
    private final MeterPhotos photos;
    private final WorkPlaces work;

    MetersApi(Meters meters, MeterPhotos photos, WorkPlaces work) {
        this.meters = meters;
        this.photos = photos;
        this.work = work;
    }

    record Items(List<Meter> items, @Nullable String next) {}

    @GetMapping
    Items list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = at(actor, place);
        var found = meters.list(actor, community(at), at.path(), PAGE, after);
        return new Items(found.items(), found.next());
    }

    private Place at(Actor actor, @Nullable String place) {
        var at = work.of(actor, SensingPermissions.METERS, place);
        actor.require(SensingPermissions.METERS, at.path());
        return at;
    }

    private static CommunityId community(Place at) {
        var community = at.community();
        if (community == null) {
            throw new SensingRefused.NoPlace();
        }
        return community;
    }

    /** @param use of the homes together; numbers behind which fewer than five homes stand are left out */
    record Use(
            MeterKind kind,
            LocalDate from,
            LocalDate to,
            int homes,
            @Nullable BigDecimal used,
            @Nullable BigDecimal saved,
            String unit) {

        static Use of(CommunityUse it) {
            return new Use(
                    it.kind(),
                    it.period().from(),
                    it.period().to(),
                    it.homes(),
                    it.isTooFew() ? null : it.used(),
                    it.isTooFewCompared() ? null : it.saved(),
                    it.kind().unit());
        }
    }

    @GetMapping("/use")
    Use use(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String kind,
            @RequestParam @Nullable String from,
            @RequestParam @Nullable String to) {
        var at = at(actor, place);
        var community = community(at);
        var period = MeterForm.period(from, to, meters.latest(community));
        return Use.of(
                meters.community(actor, community, at.path(), Typed.choice("kind", MeterKind.class, kind), period));
    }

    /** @param photos the readings of which there is a photo */
    record Shown(Meter meter, List<MeterReading> readings, Set<UUID> photos) {}

    @GetMapping("/{id}")
    Shown get(Actor actor, @PathVariable UUID id) {
        var meter = meters.get(actor, id);
        return new Shown(meter, meters.readings(actor, id, MOST), photos.of(meter));
    }

    @GetMapping("/{id}/readings/{reading}/photo")
    ResponseEntity<Resource> photo(Actor actor, @PathVariable UUID id, @PathVariable UUID reading) {
        return EvidenceResponse.of(photos.open(actor, id, reading));
    }

    record Added(
            @Nullable String kind,
            @Nullable String place,
            @Nullable Boolean household,
            @Nullable String name,
            @Nullable BigDecimal capacity,
            @Nullable LocalDate since) {}

    @PutMapping("/{id}")
    Meter add(Actor actor, @PathVariable UUID id, @RequestBody Added body) {
        return meters.add(
                actor,
                new NewMeter(
                        id,
                        Typed.choice("kind", MeterKind.class, body.kind()),
                        Typed.text(body.place()),
                        Boolean.TRUE.equals(body.household()),
                        Typed.text(body.name()),
                        body.capacity(),
                        Typed.required("since", body.since()),
                        Origin.RECORDED));
    }

    record Line(
            @Nullable UUID id,
            @Nullable LocalDate day,
            @Nullable BigDecimal value,
            @Nullable Boolean rolledOver) {}

    record Lines(@Nullable List<Line> readings) {}

    record Taken(int taken) {}

    @PostMapping("/{id}/readings")
    Taken read(Actor actor, @PathVariable UUID id, @RequestBody Lines body) {
        var lines = Objects.requireNonNullElse(body.readings(), List.<Line>of());
        if (lines.size() > MOST) {
            throw new Mistyped.OutOfRange("readings", 0, MOST);
        }
        return new Taken(meters.read(
                actor,
                id,
                lines.stream()
                        .map(one -> new MeterReading(
                                Objects.requireNonNullElseGet(one.id(), Ids::next),
                                id,
                                Typed.required("day", one.day()),
                                Typed.required("value", one.value()),
                                Boolean.TRUE.equals(one.rolledOver()),
                                Origin.RECORDED))
                        .toList()));
    }
}

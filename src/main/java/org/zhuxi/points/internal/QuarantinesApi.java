package org.zhuxi.points.internal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.Quarantine;
import org.zhuxi.points.QuarantineItem;
import org.zhuxi.points.QuarantinePreview;
import org.zhuxi.points.Quarantines;
import org.zhuxi.points.RecordingSource;

/** Quarantines for programs. Moments are written as {@code 2026-03-01T07:00:00+08:00}. */
@RestController
@RequestMapping("/api/v1/points")
class QuarantinesApi {

    private static final int MOST_LINES = 1_000;

    private final Quarantines quarantines;
    private final WorkPlaces work;

    QuarantinesApi(Quarantines quarantines, WorkPlaces work) {
        this.quarantines = quarantines;
        this.work = work;
    }

    record WishJson(
            @Nullable String place,
            @Nullable UUID recorder,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable String reason) {}

    record DecisionJson(
            Quarantine.@Nullable Decision decision,
            @Nullable String note) {}

    record View(Quarantine quarantine, Quarantine.Counts counts) {}

    @GetMapping("/recording-sources")
    List<RecordingSource> sources(
            Actor actor, @RequestParam String place, @RequestParam Instant from, @RequestParam Instant to) {
        return quarantines.sources(actor, place, from, to);
    }

    @GetMapping("/quarantine-preview")
    QuarantinePreview preview(
            Actor actor,
            @RequestParam String place,
            @RequestParam UUID recorder,
            @RequestParam Instant from,
            @RequestParam Instant to) {
        return quarantines.preview(actor, place, recorder, from, to);
    }

    @GetMapping("/quarantines")
    Slice<Quarantine> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = work.of(actor, PointsPermissions.QUARANTINE, place).path();
        return quarantines.list(actor, at, Math.clamp(limit, 1, MOST_LINES), after);
    }

    @PutMapping("/quarantines/{id}")
    View open(Actor actor, @PathVariable UUID id, @RequestBody WishJson body) {
        var recorder = body.recorder();
        var from = body.from();
        var to = body.to();
        if (recorder == null) {
            throw new PointsRefused.NothingToWithhold();
        }
        if (from == null || to == null) {
            throw new PointsRefused.BadRange(from == null ? "from" : "to", NewQuarantine.MOST_DAYS);
        }
        quarantines.open(
                actor,
                new NewQuarantine(
                        id, Forms.text(body.place()), recorder, from, to, Forms.text(body.reason()), Origin.RECORDED));
        return get(actor, id);
    }

    @GetMapping("/quarantines/{id}")
    View get(Actor actor, @PathVariable UUID id) {
        return new View(quarantines.get(actor, id), quarantines.counts(actor, id));
    }

    @GetMapping("/quarantines/{id}/items")
    Slice<QuarantineItem> items(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "50") int limit,
            @RequestParam(required = false) @Nullable UUID after) {
        return quarantines.items(actor, id, Math.clamp(limit, 1, MOST_LINES), after);
    }

    @PostMapping("/quarantines/{id}/decision")
    View decide(Actor actor, @PathVariable UUID id, @RequestBody DecisionJson body) {
        var decision = body.decision();
        if (decision == null) {
            throw new PointsRefused.NothingToDecide();
        }
        quarantines.decide(actor, id, decision, Forms.text(body.note()));
        return get(actor, id);
    }
}

package org.zhuxi.sensing.internal.tap;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
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
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.tap.NewTap;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapFall;
import org.zhuxi.sensing.tap.TapRecord;
import org.zhuxi.sensing.tap.TapSteps;
import org.zhuxi.sensing.tap.TapTurn;
import org.zhuxi.sensing.tap.Taps;

/** Taps for programs. */
@RestController
@RequestMapping("/api/v1/taps")
class TapsApi {

    private static final int PAGE = 100;

    private final Taps taps;
    private final TapSteps steps;
    private final WorkPlaces work;

    TapsApi(Taps taps, TapSteps steps, WorkPlaces work) {
        this.taps = taps;
        this.steps = steps;
        this.work = work;
    }

    record TapItems(List<Tap> items, @Nullable String next) {}

    @GetMapping
    TapItems list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.of(actor, SensingPermissions.READ, place);
        var found = taps.list(actor, at.path(), PAGE, after);
        return new TapItems(found.items(), found.next());
    }

    /** @param activity the record of the amount */
    record TapRecordShown(TapRecord found, UUID activity) {}

    record TapShown(Tap tap, Tap.State state, List<TapRecordShown> records, List<TapFall> falls) {}

    @GetMapping("/{id}")
    TapShown get(Actor actor, @PathVariable UUID id) {
        var tap = taps.get(actor, id);
        var records = taps.records(actor, tap, PAGE).stream()
                .map(one -> new TapRecordShown(one, one.activity()))
                .toList();
        return new TapShown(tap, tap.state(), records, steps.falls(actor, tap));
    }

    record TapDeclared(
            @Nullable String device,
            @Nullable String quantity,
            @Nullable String kind,
            @Nullable String reckoning,
            @Nullable BigDecimal least,
            @Nullable Integer settleSeconds,
            @Nullable BigDecimal tolerance,
            @Nullable BigDecimal capacity,
            @Nullable LocalDate since) {}

    @PutMapping("/{id}")
    Tap declare(Actor actor, @PathVariable UUID id, @RequestBody TapDeclared body) {
        return taps.declare(
                actor,
                new NewTap(
                        id,
                        Typed.text(body.device()),
                        Typed.text(body.quantity()),
                        Typed.text(body.kind()),
                        reckoning(body),
                        body.since(),
                        Origin.RECORDED));
    }

    private static Reckoning reckoning(TapDeclared body) {
        return switch (Typed.choice("reckoning", Reckoning.Way.class, body.reckoning())) {
            case WEIGHING ->
                new Reckoning.Weighing(
                        Typed.required("least", body.least()),
                        Objects.requireNonNullElse(body.settleSeconds(), 0),
                        Objects.requireNonNullElse(body.tolerance(), BigDecimal.ZERO));
            case COUNTER -> new Reckoning.Counter(body.capacity());
        };
    }

    @PostMapping("/{id}/pause")
    Tap pause(Actor actor, @PathVariable UUID id) {
        return steps.pause(actor, id);
    }

    @PostMapping("/{id}/resumption")
    Tap resume(Actor actor, @PathVariable UUID id) {
        return steps.resume(actor, id);
    }

    @PostMapping("/{id}/ending")
    Tap end(Actor actor, @PathVariable UUID id) {
        return steps.end(actor, id);
    }

    record TapTurned(
            @Nullable String at,
            @Nullable BigDecimal last,
            @Nullable BigDecimal first) {}

    @PostMapping("/{id}/turns")
    TapShown explain(Actor actor, @PathVariable UUID id, @RequestBody TapTurned body) {
        steps.explain(
                actor,
                id,
                new TapTurn(
                        TapForm.moment(body.at()),
                        Typed.required("last", body.last()),
                        Objects.requireNonNullElse(body.first(), BigDecimal.ZERO)));
        return get(actor, id);
    }
}

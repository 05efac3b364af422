package org.zhuxi.sensing.internal.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Typed;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.meter.Meter;
import org.zhuxi.sensing.meter.MeterEntries;
import org.zhuxi.sensing.meter.MeterEntry;
import org.zhuxi.sensing.meter.MeterKind;
import org.zhuxi.sensing.meter.Meters;

/** What a phone must know to keep readings of meters without a network, and what it sends. */
@RestController
class MeterEntriesApi {

    private final Meters meters;
    private final MeterEntries entries;

    MeterEntriesApi(Meters meters, MeterEntries entries) {
        this.meters = meters;
        this.entries = entries;
    }

    /**
     * @param account whose readings the phone keeps
     * @param meters of one's own home; of other homes a phone keeps none
     * @param readsForOthers whether this person looks after meters somewhere
     */
    record KitJson(UUID account, String name, List<MeterJson> meters, boolean readsForOthers) {}

    /** @param last what was read on the last day; null when nothing was */
    record MeterJson(
            UUID id,
            String name,
            MeterKind kind,
            String unit,
            boolean canPassZero,
            @Nullable LocalDate lastDay,
            @Nullable BigDecimal last) {}

    @GetMapping("/api/v1/meters/kit")
    ResponseEntity<KitJson> kit(Actor actor) {
        var account = actor.account();
        var own = meters.ofHouseholds(actor, actor.households()).stream()
                .filter(it -> it.closedOn() == null)
                .map(it -> meter(actor, it))
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new KitJson(account, actor.name(), own, actor.mayAnywhere(SensingPermissions.METERS)));
    }

    private MeterJson meter(Actor actor, Meter it) {
        var last = meters.readings(actor, it.id(), 1).stream().findFirst();
        return new MeterJson(
                it.id(),
                it.name(),
                it.kind(),
                it.kind().unit(),
                it.capacity() != null,
                last.map(one -> one.day()).orElse(null),
                last.map(one -> one.value()).orElse(null));
    }

    /**
     * @param account id of whoever read it; a program that serves only one may leave it out
     * @param meter one's own, or left out where door and kind say which
     */
    record EntryJson(
            @Nullable UUID id,
            @Nullable UUID account,
            @Nullable UUID meter,
            @Nullable String door,
            @Nullable String kind,
            @Nullable LocalDate day,
            @Nullable BigDecimal value,
            @Nullable Boolean rolledOver) {}

    /** @param status {@code created} or {@code duplicate} */
    record ResultJson(UUID id, String status) {}

    /** Takes a reading; the same once more is a success, other content under the same id is 409. */
    @PostMapping("/api/v1/meter-readings")
    ResultJson enter(Actor actor, @RequestBody EntryJson body) {
        var id = Typed.required("id", body.id());
        var kind = Typed.text(body.kind());
        var isKnown = entries.enter(
                actor,
                new MeterEntry(
                        id,
                        Objects.requireNonNullElseGet(body.account(), actor::account),
                        body.meter(),
                        Typed.text(body.door()),
                        kind.isEmpty() ? null : Typed.choice("kind", MeterKind.class, kind),
                        Typed.required("day", body.day()),
                        Typed.required("value", body.value()),
                        Boolean.TRUE.equals(body.rolledOver())));
        return new ResultJson(id, isKnown ? "duplicate" : "created");
    }
}

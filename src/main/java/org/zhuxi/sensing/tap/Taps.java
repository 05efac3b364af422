package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Kind;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceTemplate;
import org.zhuxi.sensing.Devices;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.tap.TapKinds;
import org.zhuxi.sensing.internal.tap.TapRecordStore;
import org.zhuxi.sensing.internal.tap.TapStore;

/** Taps of devices: declared, and what they recorded. */
@Service
public class Taps {

    private static final BigDecimal MOST = new BigDecimal("99999999999");
    private static final int MOST_SECONDS = 3_600;

    private final TapStore store;
    private final TapRecordStore records;
    private final TapKinds suitable;
    private final Kinds kinds;
    private final Devices devices;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Taps(
            TapStore store,
            TapRecordStore records,
            TapKinds suitable,
            Kinds kinds,
            Devices devices,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.records = records;
        this.suitable = suitable;
        this.kinds = kinds;
        this.devices = devices;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** The kinds of record that suit what a device observes. */
    public List<Kind> kindsFor(DeviceTemplate.Quantity observed) {
        return suitable.of(observed);
    }

    /**
     * Declares a tap; the same again is answered with the one that is there.
     *
     * @throws SensingRefused.Tapped when another records the same readings as this kind
     * @throws SensingRefused.TapDay when records of the first day are taken no more, or it lies in the future
     */
    @Transactional
    public Tap declare(Actor actor, NewTap typed) {
        var device = devices.get(actor, typed.device());
        actor.require(SensingPermissions.MANAGE, device.path());
        var known = store.find(typed.id());
        if (known.isPresent()) {
            actor.require(SensingPermissions.MANAGE, known.get().path());
            return known.get();
        }
        if (device.retiredAt() != null) {
            throw new SensingRefused.Retired(device.code());
        }
        var tap = tap(device, typed);
        var zone = places.getCommunity(device.community()).zone();
        if (store.isTapped(
                        tap.community(),
                        tap.stream(),
                        tap.kind(),
                        tap.since().atStartOfDay(zone).toInstant())
                || !store.insert(tap, actor.account())) {
            throw new SensingRefused.Tapped();
        }
        audit(actor, "tap.declared", tap, tap.kind());
        return tap;
    }

    private Tap tap(Device device, NewTap typed) {
        var observed =
                device.template().quantity(typed.quantity()).orElseThrow(() -> new Mistyped.NoChoice("quantity"));
        var stream = devices.stream(device, observed).orElseThrow(() -> new Mistyped.NoChoice("quantity"));
        var kind = kinds.find(typed.kind())
                .filter(suitable.of(observed)::contains)
                .orElseThrow(() -> new Mistyped.NoChoice("kind"));
        return new Tap(
                typed.id(),
                device.community(),
                device.place(),
                device.path(),
                device.id(),
                device.code(),
                device.name(),
                device.template().code(),
                observed.code(),
                observed.unit(),
                stream,
                kind.code(),
                suitable.amount(kind, observed).orElseThrow().code(),
                checked(typed.reckoning()),
                since(device, kind, typed),
                clock.instant(),
                null,
                null,
                typed.origin());
    }

    private static Reckoning checked(Reckoning reckoning) {
        switch (reckoning) {
            case Reckoning.Weighing weighing -> {
                Typed.exact("least", Typed.within("least", weighing.least(), new BigDecimal("0.001"), MOST));
                Typed.within("settleSeconds", weighing.settleSeconds(), 0, MOST_SECONDS);
                Typed.exact("tolerance", Typed.within("tolerance", weighing.tolerance(), BigDecimal.ZERO, MOST));
            }
            case Reckoning.Counter counter -> {
                if (counter.capacity() != null) {
                    Thousandths.of("capacity", Typed.within("capacity", counter.capacity(), BigDecimal.ONE, MOST));
                }
            }
        }
        return reckoning;
    }

    private LocalDate since(Device device, Kind kind, NewTap typed) {
        var today = LocalDate.now(
                clock.withZone(places.getCommunity(device.community()).zone()));
        var since = typed.since() == null ? today : typed.since();
        var first = today.minusDays(kind.lateDays());
        if (since.isAfter(today) || typed.origin() == Origin.RECORDED && since.isBefore(first)) {
            throw new SensingRefused.TapDay(first, today);
        }
        return since;
    }

    private Tap known(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private void audit(Actor actor, String action, Tap tap, String detail) {
        events.publishEvent(new Audited(actor, action, tap.id().toString(), tap.path(), detail));
    }

    @Transactional(readOnly = true)
    public Tap get(Actor actor, UUID id) {
        var tap = known(id);
        actor.require(SensingPermissions.READ, tap.path());
        return tap;
    }

    /** Taps at or below a place, those that have ended too, the latest first. */
    @Transactional(readOnly = true)
    public Slice<Tap> list(Actor actor, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(SensingPermissions.READ, at);
        return Slice.of(store.list(at, limit + 1, after), limit, it -> it.id().toString());
    }

    /** Taps of a device, the latest first. */
    @Transactional(readOnly = true)
    public List<Tap> ofDevice(Actor actor, Device device) {
        actor.require(SensingPermissions.READ, device.path());
        return store.ofDevice(device.community(), device.id());
    }

    /** What a tap found, as it holds now, the latest first. */
    @Transactional(readOnly = true)
    public List<TapRecord> records(Actor actor, Tap tap, int limit) {
        actor.require(SensingPermissions.READ, tap.path());
        return records.latest(tap, limit);
    }
}

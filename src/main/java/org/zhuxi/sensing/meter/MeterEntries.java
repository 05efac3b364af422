package org.zhuxi.sensing.meter;

import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.meter.MeterStore;
import org.zhuxi.sensing.internal.meter.StandingReadings;

/** Readings that phones kept and send when there is a line; each id counts once. */
@Service
public class MeterEntries {

    private final Meters meters;
    private final MeterStore store;
    private final StandingReadings standing;
    private final Places places;

    MeterEntries(Meters meters, MeterStore store, StandingReadings standing, Places places) {
        this.meters = meters;
        this.store = store;
        this.standing = standing;
        this.places = places;
    }

    /**
     * Takes a reading.
     *
     * @return true when exactly this reading had come before
     * @throws SensingRefused.OtherAccount when somebody else is signed in now
     * @throws SensingRefused.OtherReading when the id is there with other content, which stands
     * @throws SensingRefused.NoMeter when no such meter hangs there, or not for this person
     */
    @Transactional
    public boolean enter(Actor actor, MeterEntry typed) {
        if (!typed.account().equals(actor.account())) {
            throw new SensingRefused.OtherAccount();
        }
        var meter = typed.meter() == null ? hanging(actor, typed) : own(actor, typed.meter());
        var reading = new MeterReading(
                typed.id(), meter.id(), typed.day(), typed.value(), typed.isRolledOver(), Origin.RECORDED);
        return meters.read(actor, meter.id(), List.of(reading)) == 0;
    }

    private Meter own(Actor actor, UUID id) {
        return store.find(id).filter(it -> isHeldBy(actor, it)).orElseThrow(() -> new Refused.NotFound(id));
    }

    private static boolean isHeldBy(Actor actor, Meter meter) {
        var owner = meter.owner();
        return owner != null && isOwn(actor, owner) || actor.may(SensingPermissions.METERS, meter.path());
    }

    private static boolean isOwn(Actor actor, HouseholdRef household) {
        return actor.actsFor(household, SensingPermissions.METERS.scope());
    }

    /** The meter behind a door; one that was replaced since, when its reading came before. */
    private Meter hanging(Actor actor, MeterEntry typed) {
        var kind = typed.kind();
        if (kind == null) {
            throw new Mistyped.Missing("kind");
        }
        if (typed.door().isBlank()) {
            throw new Mistyped.Missing("door");
        }
        var household = places.findHouseholdByCard(typed.door())
                .filter(it -> isOwn(actor, it.ref()) || actor.may(SensingPermissions.METERS, it.path()))
                .orElseThrow(SensingRefused.NoMeter::new);
        var ofKind = store.ofHousehold(household.ref()).stream()
                .filter(it -> it.kind() == kind)
                .toList();
        var readBefore = standing.findMeter(household.ref().community(), typed.id());
        return ofKind.stream()
                .filter(it -> readBefore.filter(it.id()::equals).isPresent())
                .findFirst()
                .or(() -> ofKind.stream().filter(it -> it.closedOn() == null).findFirst())
                .orElseThrow(SensingRefused.NoMeter::new);
    }
}

package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.tap.TapReadings;
import org.zhuxi.sensing.internal.tap.TapStepStore;
import org.zhuxi.sensing.internal.tap.TapStore;

/** What people say about a tap: that it pauses, goes on, ends, and why a counter fell. */
@Service
public class TapSteps {

    private static final BigDecimal MOST = new BigDecimal("99999999999");
    private static final int FALLS = 50;

    private final TapStore store;
    private final TapStepStore steps;
    private final TapReadings readings;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TapSteps(
            TapStore store,
            TapStepStore steps,
            TapReadings readings,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.steps = steps;
        this.readings = readings;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /** Nothing that is measured from now on counts; again it changes nothing. */
    @Transactional
    public Tap pause(Actor actor, UUID id) {
        var tap = open(actor, id);
        if (steps.pause(tap, clock.instant(), actor.account())) {
            audit(actor, "tap.paused", tap, "");
        }
        return known(id);
    }

    /** What is measured from now on counts; again it changes nothing. */
    @Transactional
    public Tap resume(Actor actor, UUID id) {
        var tap = open(actor, id);
        if (steps.resume(tap, clock.instant(), actor.account())) {
            audit(actor, "tap.resumed", tap, "");
        }
        return known(id);
    }

    /** Ends a tap; what was measured before and comes later still counts. Again it changes nothing. */
    @Transactional
    public Tap end(Actor actor, UUID id) {
        var tap = known(id);
        actor.require(SensingPermissions.MANAGE, tap.path());
        if (steps.end(tap, clock.instant(), actor.account())) {
            audit(actor, "tap.ended", tap, "");
        }
        return known(id);
    }

    /**
     * Says why a counter fell: what the meter showed last before it was replaced or began again, and first after.
     *
     * @throws SensingRefused.TapBackwards when it would still have run backwards
     */
    @Transactional
    public Tap explain(Actor actor, UUID id, TapTurn typed) {
        var tap = known(id);
        actor.require(SensingPermissions.MANAGE, tap.path());
        var fall = readings.falls(tap, start(tap), FALLS).stream()
                .filter(one -> one.at().equals(typed.at()))
                .findFirst()
                .orElseThrow(() -> new Mistyped.NoChoice("at"));
        var turn = new TapTurn(
                typed.at(),
                Thousandths.of("last", Typed.within("last", typed.last(), BigDecimal.ZERO, MOST)),
                Thousandths.of("first", Typed.within("first", typed.first(), BigDecimal.ZERO, MOST)));
        if (turn.last().compareTo(fall.before()) < 0 || turn.first().compareTo(fall.after()) > 0) {
            throw new SensingRefused.TapBackwards(
                    fall.before().toPlainString(), fall.after().toPlainString());
        }
        steps.turn(tap, turn, actor.account(), clock.instant());
        audit(
                actor,
                "tap.explained",
                tap,
                turn.last().toPlainString() + " → " + turn.first().toPlainString());
        return tap;
    }

    private Tap open(Actor actor, UUID id) {
        var tap = known(id);
        actor.require(SensingPermissions.MANAGE, tap.path());
        if (tap.endedAt() != null) {
            throw new SensingRefused.TapEnded();
        }
        return tap;
    }

    private Tap known(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    private void audit(Actor actor, String action, Tap tap, String detail) {
        events.publishEvent(new Audited(actor, action, tap.id().toString(), tap.path(), detail));
    }

    /** Where the counter fell and nobody has said why, the latest first. */
    @Transactional(readOnly = true)
    public List<TapFall> falls(Actor actor, Tap tap) {
        actor.require(SensingPermissions.READ, tap.path());
        if (!(tap.reckoning() instanceof Reckoning.Counter counter)) {
            return List.of();
        }
        var turns = steps.turns(tap);
        return readings.falls(tap, start(tap), FALLS).stream()
                .filter(fall -> CounterDays.rise(
                                counter,
                                turns,
                                new TapReading(fall.at().minus(Duration.ofNanos(1_000)), fall.before()),
                                new TapReading(fall.at(), fall.after()))
                        == null)
                .toList();
    }

    private Instant start(Tap tap) {
        var zone = places.getCommunity(tap.community()).zone();
        return tap.since().minusDays(1).atStartOfDay(zone).toInstant();
    }
}

package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.SensingPermissions;
import org.zhuxi.sensing.SensingRefused;
import org.zhuxi.sensing.internal.meter.MeterStore;
import org.zhuxi.sensing.internal.meter.StandingReadings;

/** Meters and what is read from them; a household enters its own, staff those of the community. */
@Service
public class Meters {

    private static final int NAME = 100;
    private static final BigDecimal MOST = new BigDecimal("99999999999");

    private final MeterStore store;
    private final StandingReadings standing;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Meters(MeterStore store, StandingReadings standing, Places places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.standing = standing;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Adds a meter; the same again is answered with the one that is there.
     *
     * @throws SensingRefused.MeterKnown when the household has such a meter
     */
    @Transactional
    public Meter add(Actor actor, NewMeter typed) {
        var place = places.findByCode(Typed.words("place", typed.place(), NAME))
                .filter(found -> found.community() != null)
                .orElseThrow(SensingRefused.NoPlace::new);
        var household = typed.isOfHousehold() ? living(place.code()) : null;
        requireHolder(actor, household, place.path());
        if (typed.capacity() != null) {
            Typed.within("capacity", typed.capacity(), BigDecimal.ONE, MOST);
        }
        var meter = new Meter(
                typed.id(),
                Objects.requireNonNull(place.community()),
                typed.kind(),
                place.code(),
                place.path(),
                household == null ? null : household.id(),
                Typed.words("name", typed.name(), NAME),
                typed.capacity(),
                typed.since(),
                null,
                null,
                typed.origin());
        return insert(actor, meter);
    }

    private HouseholdRef living(String dwelling) {
        return places.findHouseholdByCard(dwelling).map(Household::ref).orElseThrow(SensingRefused.NoHousehold::new);
    }

    private void requireHolder(Actor actor, @Nullable HouseholdRef household, PlacePath path) {
        if (household == null || !isHeld(actor, household)) {
            actor.require(SensingPermissions.METERS, path);
        }
    }

    private static boolean isHeld(Actor actor, HouseholdRef household) {
        return actor.actsFor(household, SensingPermissions.METERS.scope());
    }

    private Meter insert(Actor actor, Meter meter) {
        var known = store.find(meter.id());
        if (known.isPresent()) {
            return known.get();
        }
        if (!store.insert(meter, actor.account(), clock.instant())) {
            throw new SensingRefused.MeterKnown();
        }
        events.publishEvent(new Audited(
                actor,
                "meter.added",
                meter.id().toString(),
                meter.path(),
                meter.kind().name()));
        return meter;
    }

    /** A meter, for its household and those who look after meters there; a look at a household's is audited. */
    @Transactional
    public Meter get(Actor actor, UUID id) {
        var meter = known(actor, id);
        var owner = meter.owner();
        if (owner != null && !actor.belongsTo(owner)) {
            events.publishEvent(Audited.look(actor, owner.id(), meter.path(), "meter"));
        }
        return meter;
    }

    private Meter known(Actor actor, UUID id) {
        var meter = store.find(id).orElseThrow(() -> new Refused.NotFound(id));
        requireHolder(actor, meter.owner(), meter.path());
        return meter;
    }

    /**
     * Takes readings of one meter, together or not at all; those that are there already are passed over.
     *
     * @return how many were new
     * @throws SensingRefused.OtherReading when another stands under the same id
     * @throws SensingRefused.DayRead when another value stands for the same day
     * @throws SensingRefused.MeterBackwards when one is smaller than the one before and nobody says that the meter passed zero
     */
    @Transactional
    public int read(Actor actor, UUID id, List<MeterReading> typed) {
        var meter = known(actor, id);
        var today = LocalDate.now(
                clock.withZone(places.getCommunity(meter.community()).zone()));
        for (var reading : typed) {
            check(meter, reading, today);
        }
        var rounded = typed.stream().map(MeterReading::rounded).toList();
        var fresh = store.record(meter, rounded, actor.account(), clock.instant());
        if (fresh < rounded.size()) {
            requireSame(meter, rounded);
        }
        store.findBackwards(meter).ifPresent(wrong -> {
            throw new SensingRefused.MeterBackwards(wrong.day(), wrong.value().toPlainString());
        });
        return fresh;
    }

    private static void check(Meter meter, MeterReading reading, LocalDate today) {
        Typed.exact("value", Typed.within("value", reading.value(), BigDecimal.ZERO, MOST));
        var closed = meter.closedOn();
        if (reading.day().isAfter(today) || reading.day().isBefore(meter.since())) {
            throw new SensingRefused.MeterDay(meter.since(), today);
        }
        if (closed != null && reading.day().isAfter(closed)) {
            throw new SensingRefused.MeterClosed(closed);
        }
        if (reading.isRolledOver() && meter.capacity() == null) {
            throw new SensingRefused.NoCapacity();
        }
    }

    private void requireSame(Meter meter, List<MeterReading> typed) {
        var there = standing.list(meter, typed);
        for (var reading : typed) {
            for (var other : there) {
                if (other.id().equals(reading.id()) && !other.isSameAs(reading)) {
                    throw new SensingRefused.OtherReading(
                            other.day(), other.value().toPlainString());
                }
                if (other.meter().equals(meter.id())
                        && other.day().equals(reading.day())
                        && other.value().compareTo(reading.value()) != 0) {
                    throw new SensingRefused.DayRead(other.day(), other.value().toPlainString());
                }
            }
        }
    }

    /** Takes a reading back; it stays in the record and counts no longer. */
    @Transactional
    public void takeBack(Actor actor, UUID id, UUID reading) {
        var meter = known(actor, id);
        if (!store.takeBack(meter, reading, actor.account(), clock.instant())) {
            throw new Refused.NotFound(reading);
        }
        events.publishEvent(new Audited(actor, "meter.reading-taken-back", id.toString(), meter.path(), ""));
    }

    /** Puts another meter in the place of one, which is closed; what was used is counted on both. */
    @Transactional
    public Meter replace(Actor actor, UUID id, NewMeter typed) {
        var old = known(actor, id);
        if (!store.close(old, typed.since())) {
            throw new SensingRefused.MeterClosed(Objects.requireNonNullElse(old.closedOn(), typed.since()));
        }
        return insert(
                actor,
                new Meter(
                        typed.id(),
                        old.community(),
                        old.kind(),
                        old.place(),
                        old.path(),
                        old.household(),
                        Typed.words("name", typed.name(), NAME),
                        typed.capacity(),
                        typed.since(),
                        null,
                        old.id(),
                        typed.origin()));
    }

    /** Meters of a community, or of a place in it, by id. */
    @Transactional(readOnly = true)
    public Slice<Meter> list(Actor actor, CommunityId community, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(SensingPermissions.METERS, at);
        return Slice.of(
                store.list(community, at, limit + 1, after),
                limit,
                it -> it.id().toString());
    }

    /** Meters of one's own households. */
    @Transactional(readOnly = true)
    public List<Meter> ofHouseholds(Actor actor, Collection<HouseholdRef> households) {
        return households.stream()
                .filter(household -> isHeld(actor, household))
                .flatMap(household -> store.ofHousehold(household).stream())
                .toList();
    }

    /** Readings that count, the latest first. */
    @Transactional(readOnly = true)
    public List<MeterReading> readings(Actor actor, UUID id, int limit) {
        return store.readings(known(actor, id), limit);
    }

    /** What one's own household used, and the same days a year before. */
    @Transactional(readOnly = true)
    public HomeUse use(Actor actor, HouseholdRef household, MeterKind kind, Period period) {
        var home = places.findHouseholds(List.of(household)).get(household.id());
        if (home == null) {
            throw new Refused.NotFound(household.id());
        }
        requireHolder(actor, household, home.path());
        return store.uses(household.community(), null, household.id(), kind, period).stream()
                .map(one -> one.of(kind, period, home.persons()))
                .findFirst()
                .orElse(new HomeUse(kind, period, BigDecimal.ZERO, 0, home.persons(), null));
    }

    /** What other homes of as many people used per person and day in the same community; for the household itself. */
    @Transactional(readOnly = true)
    public Neighbours neighbours(Actor actor, HouseholdRef household, MeterKind kind, Period period) {
        if (!isHeld(actor, household)) {
            throw new Refused.Forbidden(SensingPermissions.METERS.code());
        }
        var community = household.community();
        var uses = store.uses(community, null, null, kind, period);
        Map<UUID, Household> homes = places.findHouseholds(uses.stream()
                .map(one -> new HouseholdRef(community, one.household()))
                .collect(Collectors.toSet()));
        var own = homes.get(household.id());
        if (own == null) {
            return Neighbours.of(List.of());
        }
        return Neighbours.of(uses.stream()
                .filter(one -> !one.household().equals(household.id()))
                .filter(one -> homes.containsKey(one.household())
                        && Objects.requireNonNull(homes.get(one.household())).persons() == own.persons())
                .map(one -> one.of(kind, period, own.persons()))
                .filter(HomeUse::isWhole)
                .map(HomeUse::perPersonDay)
                .filter(Objects::nonNull)
                .toList());
    }

    /** The year in which meters of a community were last read, up to that day; this year when none was. */
    @Transactional(readOnly = true)
    public Period latest(CommunityId community) {
        var today = LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
        var last = store.lastDay(community).orElse(today).minusDays(1);
        return new Period(last.withDayOfYear(1), last.plusDays(1));
    }

    /** What the homes of a place used and saved together, for those who look after meters there. */
    @Transactional(readOnly = true)
    public CommunityUse community(Actor actor, CommunityId community, PlacePath at, MeterKind kind, Period period) {
        actor.require(SensingPermissions.METERS, at);
        var homes = store.uses(community, at, null, kind, period).stream()
                .map(one -> one.of(kind, period, 0))
                .filter(HomeUse::isWhole)
                .toList();
        var saved = homes.stream().map(HomeUse::saved).filter(Objects::nonNull).toList();
        return new CommunityUse(
                kind,
                period,
                homes.size(),
                homes.stream().map(HomeUse::used).reduce(BigDecimal.ZERO, BigDecimal::add),
                saved.size(),
                saved.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    }
}

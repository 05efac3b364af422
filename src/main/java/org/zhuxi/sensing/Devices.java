package org.zhuxi.sensing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.internal.alarm.AlarmStore;
import org.zhuxi.sensing.internal.device.DeviceReadings;
import org.zhuxi.sensing.internal.device.DeviceStore;
import org.zhuxi.sensing.internal.device.DeviceThings;

/** Devices as people know them: claimed by the code printed on them, with readings and health. */
@Service
public class Devices {

    public static final int MOST_READINGS = 1_000;

    private static final int NAME = 100;
    private static final int REASON = 300;
    private static final Duration AHEAD = Duration.ofHours(1);
    private static final Instant FIRST = Instant.parse("2000-01-01T00:00:00Z");

    private final DeviceStore store;
    private final DeviceThings things;
    private final DeviceReadings readings;
    private final AlarmStore alarms;
    private final DeviceTemplates templates;
    private final Places places;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Devices(
            DeviceStore store,
            DeviceThings things,
            DeviceReadings readings,
            AlarmStore alarms,
            DeviceTemplates templates,
            Places places,
            TransactionOperations transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.things = things;
        this.readings = readings;
        this.alarms = alarms;
        this.templates = templates;
        this.places = places;
        this.transactions = transactions;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Takes a device into use and makes its thing and streams by its template. The same claim again is answered with the device.
     *
     * @throws SensingRefused.Claimed when somebody has claimed it for another place or as another kind
     */
    @Transactional
    public Device claim(Actor actor, NewDevice typed, Origin origin) {
        var place = places.findByCode(Typed.words("place", typed.place(), NAME))
                .filter(found -> found.community() != null)
                .orElseThrow(SensingRefused.NoPlace::new);
        actor.require(SensingPermissions.MANAGE, place.path());
        var code = Typed.text(typed.code()).toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9-]{4,40}")) {
            throw new SensingRefused.NoCode();
        }
        var template =
                templates.find(Typed.text(typed.template())).orElseThrow(() -> new Mistyped.NoChoice("template"));
        var name = Typed.words("name", typed.name(), NAME);
        var known = store.find(code);
        if (known.isPresent()) {
            var device = known.get();
            if (!device.place().equals(place.code()) || !device.template().equals(template)) {
                throw new SensingRefused.Claimed(code);
            }
            return device;
        }
        var thing = things.make(actor, code, place, template, name, typed.isOpen());
        var device = new Device(
                Ids.next(),
                Objects.requireNonNull(place.community()),
                code,
                place.code(),
                place.path(),
                template,
                thing,
                name,
                clock.instant(),
                null,
                null,
                origin);
        if (!store.insert(device, actor.account())) {
            throw new SensingRefused.Claimed(code);
        }
        events.publishEvent(new Audited(actor, "device.claimed", code, place.path(), template.code()));
        return device;
    }

    /** Takes a device out of use; its readings stay, its alarms are over. */
    @Transactional
    public void retire(Actor actor, String code, @Nullable String reason) {
        var device = known(code);
        actor.require(SensingPermissions.MANAGE, device.path());
        var words = Typed.words("reason", reason, REASON);
        var now = clock.instant();
        if (!store.retire(device, now, actor.account(), words)) {
            throw new SensingRefused.Retired(code);
        }
        alarms.endOf(device.community(), device.id(), actor, now);
        events.publishEvent(new Audited(actor, "device.retired", code, device.path(), words));
    }

    /**
     * Takes readings of a device. One whose sequence came before is passed over; one that cannot be is refused by itself. What is
     * answered as taken is kept.
     */
    public List<ReadingOutcome> take(Actor actor, String code, List<DeviceReading> given) {
        var device = known(code);
        actor.require(SensingPermissions.OBSERVE, device.path());
        if (given.isEmpty() || given.size() > MOST_READINGS) {
            throw new SensingRefused.NoReadings(MOST_READINGS);
        }
        if (device.retiredAt() != null) {
            throw new SensingRefused.Retired(code);
        }
        var now = clock.instant();
        var sound = new ArrayList<DeviceReading>();
        var problems = new ArrayList<@Nullable Problem>();
        for (var reading : given) {
            var problem = problem(device, reading, now);
            problems.add(problem);
            if (problem == null) {
                sound.add(new DeviceReading(
                        reading.sequence(), reading.at() == null ? now : reading.at(), reading.values()));
            }
        }
        readings.prepare(sound);
        var fresh = Objects.requireNonNull(transactions.execute(transaction -> readings.keep(device, sound, now)));
        var outcomes = new ArrayList<ReadingOutcome>();
        for (var i = 0; i < given.size(); i++) {
            var sequence = given.get(i).sequence();
            var problem = problems.get(i);
            outcomes.add(new ReadingOutcome(
                    sequence,
                    problem != null
                            ? ReadingOutcome.Status.REFUSED
                            : fresh.remove(sequence) ? ReadingOutcome.Status.TAKEN : ReadingOutcome.Status.KNOWN,
                    problem));
        }
        return outcomes;
    }

    /** As {@link #take}, passing over what the device's template does not know, as decoders of network servers tell more. */
    public List<ReadingOutcome> takeKnown(Actor actor, String code, List<DeviceReading> given) {
        var template = known(code).template();
        return take(
                actor,
                code,
                given.stream()
                        .map(reading -> new DeviceReading(
                                reading.sequence(),
                                reading.at(),
                                reading.values().entrySet().stream()
                                        .filter(value -> template.quantity(value.getKey())
                                                .isPresent())
                                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))))
                        .toList());
    }

    private static @Nullable Problem problem(Device device, DeviceReading reading, Instant now) {
        var at = reading.at();
        if (reading.sequence() < 0 || reading.values().isEmpty()) {
            return Problem.ofField("sequence", "sensing-empty");
        }
        if (at != null && (at.isAfter(now.plus(AHEAD)) || at.isBefore(FIRST))) {
            return Problem.ofField("at", "sensing-clock");
        }
        for (var value : reading.values().entrySet()) {
            var quantity = device.template().quantity(value.getKey()).orElse(null);
            if (quantity == null) {
                return Problem.ofField("values", "sensing-quantity", value.getKey());
            }
            if (!quantity.isPlausible(value.getValue())) {
                return Problem.ofField(
                        "values",
                        "sensing-implausible",
                        quantity.names(),
                        quantity.least().toPlainString(),
                        quantity.most().toPlainString(),
                        quantity.symbol());
            }
        }
        return null;
    }

    private Device known(String code) {
        return store.find(code.toUpperCase(Locale.ROOT)).orElseThrow(() -> new Refused.NotFound(code));
    }

    /** A device, for those who may see what is not open. */
    @Transactional(readOnly = true)
    public Device get(Actor actor, String code) {
        var device = known(code);
        actor.require(SensingPermissions.READ, device.path());
        return device;
    }

    /** The stream of what a device observes; empty when somebody deleted it from the catalogue. */
    @Transactional(readOnly = true)
    public Optional<Long> stream(Device device, DeviceTemplate.Quantity observed) {
        return Optional.ofNullable(store.streams(device.thing()).get(observed.code()));
    }

    /** Devices at or below a place by their codes. @param words part of name or code @param after code of the last one seen */
    @Transactional(readOnly = true)
    public Slice<Device> list(
            Actor actor, PlacePath at, String words, boolean isSilentOnly, int limit, @Nullable String after) {
        actor.require(SensingPermissions.READ, at);
        return Slice.of(
                store.list(at, words, isSilentOnly ? clock.instant() : null, limit + 1, after), limit, Device::code);
    }

    /** What a device observed, with the means of so many days. */
    @Transactional(readOnly = true)
    public List<DeviceSeries> series(Actor actor, Device device, int days) {
        actor.require(SensingPermissions.READ, device.path());
        var zone = places.getCommunity(device.community()).zone();
        return store.series(device, zone, clock.instant().minus(Duration.ofDays(days)));
    }

    /** Readings measured after that moment, the oldest first; of many the newest. */
    @Transactional(readOnly = true)
    public List<LiveReading> live(Actor actor, Device device, Instant after, int limit) {
        actor.require(SensingPermissions.READ, device.path());
        return store.live(device, after, limit);
    }
}

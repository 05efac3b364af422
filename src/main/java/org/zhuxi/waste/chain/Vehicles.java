package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.internal.chain.VehicleStore;

/** The vehicles that take waste away, and which classes each may carry. */
@Service
public class Vehicles {

    private static final int OWNER_LENGTH = 100;

    private final VehicleStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Vehicles(VehicleStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A vehicle as somebody registers it.
     *
     * @param place whose communities it serves
     */
    public record New(
            String plate,
            String owner,
            Set<WasteClass> carries,
            @Nullable BigDecimal tareKg,
            PlacePath place,
            Origin origin) {}

    /** @throws ChainRefused.Exists when the plate is taken */
    @Transactional
    public Vehicle add(Actor actor, New vehicle) {
        actor.require(ChainPermissions.MANAGE, vehicle.place());
        var plate = plate(vehicle.plate());
        if (!plate.matches("[\\p{L}\\p{N}]{4,12}")) {
            throw new ChainRefused.Unreadable("plate", "plate-unreadable", vehicle.plate());
        }
        if (vehicle.carries().isEmpty()) {
            throw new ChainRefused.Unreadable("carries", "chain-classes");
        }
        var added = new Vehicle(
                plate,
                Words.require("owner", vehicle.owner(), OWNER_LENGTH),
                vehicle.carries(),
                vehicle.tareKg(),
                vehicle.place(),
                vehicle.origin(),
                true);
        if (!store.insert(added, actor.account(), clock.instant())) {
            throw new ChainRefused.Exists(plate);
        }
        events.publishEvent(new Audited(actor, "vehicle.added", plate, vehicle.place(), vehicle.owner()));
        return added;
    }

    /** Takes a vehicle out of use; records of the past keep naming it. */
    @Transactional
    public void retire(Actor actor, String plate) {
        var vehicle = find(plate).orElseThrow(() -> new Refused.NotFound(plate));
        actor.require(ChainPermissions.MANAGE, vehicle.place());
        if (store.retire(vehicle.plate(), actor.account(), clock.instant())) {
            events.publishEvent(new Audited(actor, "vehicle.retired", vehicle.plate(), vehicle.place(), ""));
        }
    }

    @Transactional(readOnly = true)
    public Optional<Vehicle> find(String plate) {
        return store.find(plate(plate));
    }

    /** Those that serve a place, or a part of it. */
    @Transactional(readOnly = true)
    public List<Vehicle> list(PlacePath place) {
        return store.list().stream()
                .filter(it -> it.place().contains(place) || place.contains(it.place()))
                .toList();
    }

    /** The vehicle that may carry this class in a community. */
    Vehicle require(String typed, PlacePath community, WasteClass wasteClass) {
        var vehicle = find(typed)
                .filter(it -> it.inUse() && it.place().contains(community))
                .orElseThrow(() -> new ChainRefused.VehicleUnknown(typed.strip()));
        if (!vehicle.carries().contains(wasteClass)) {
            throw new ChainRefused.MixedCollection(vehicle.plate(), wasteClass);
        }
        return vehicle;
    }

    /** A plate as it is kept: upper case, without spaces, dots and hyphens. */
    static String plate(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC)
                .replaceAll("[\\s.·・-]", "")
                .toUpperCase(Locale.ROOT);
    }
}

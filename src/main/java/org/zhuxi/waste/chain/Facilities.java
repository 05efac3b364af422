package org.zhuxi.waste.chain;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.internal.chain.FacilityStore;

/** Where waste is treated; everyone may read, those who manage a place's chain may add and retire. */
@Service
public class Facilities {

    private static final int NAME_LENGTH = 100;

    private final FacilityStore store;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Facilities(FacilityStore store, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A facility as somebody registers it.
     *
     * @param place whose communities may send waste there
     */
    public record New(
            String code, FacilityKind kind, Names name, PlacePath place, Set<WasteClass> accepted, Origin origin) {}

    /** @throws ChainRefused.Exists when the code is taken */
    @Transactional
    public Facility add(Actor actor, New facility) {
        actor.require(ChainPermissions.MANAGE, facility.place());
        var code = facility.code().strip().toUpperCase(Locale.ROOT);
        if (!code.matches("[A-Z0-9][A-Z0-9-]{1,39}")) {
            throw new ChainRefused.Unreadable("code", "facility-code", facility.code());
        }
        if (facility.accepted().isEmpty()) {
            throw new ChainRefused.Unreadable("accepted", "chain-classes");
        }
        Words.require("name", facility.name().zh(), NAME_LENGTH);
        Words.require("nameEn", facility.name().en(), NAME_LENGTH);
        var added = new Facility(
                code, facility.kind(), facility.name(), facility.place(), facility.accepted(), facility.origin(), true);
        if (!store.insert(added, actor.account(), clock.instant())) {
            throw new ChainRefused.Exists(code);
        }
        events.publishEvent(new Audited(
                actor, "facility.added", code, facility.place(), facility.name().zh()));
        return added;
    }

    /** Takes a facility out of use; records of the past keep naming it. */
    @Transactional
    public void retire(Actor actor, String code) {
        var facility = find(code).orElseThrow(() -> new Refused.NotFound(code));
        actor.require(ChainPermissions.MANAGE, facility.place());
        if (store.retire(facility.code(), actor.account(), clock.instant())) {
            events.publishEvent(new Audited(actor, "facility.retired", facility.code(), facility.place(), ""));
        }
    }

    @Transactional(readOnly = true)
    public Optional<Facility> find(String code) {
        return store.list().stream()
                .filter(it -> it.code().equalsIgnoreCase(code.strip()))
                .findFirst();
    }

    /** Those that serve a place: the facility's place is the place itself or above it, or lies below it. */
    @Transactional(readOnly = true)
    public List<Facility> list(PlacePath place) {
        return store.list().stream()
                .filter(it -> it.place().contains(place) || place.contains(it.place()))
                .toList();
    }

    /** All by code, for showing names. */
    @Transactional(readOnly = true)
    public Map<String, Facility> byCode() {
        return store.list().stream().collect(Collectors.toMap(Facility::code, Function.identity()));
    }

    /** The facility that takes this class from a community. */
    Facility require(String code, PlacePath community, WasteClass wasteClass) {
        var facility = find(code)
                .filter(it -> it.inUse() && it.place().contains(community))
                .orElseThrow(() -> new ChainRefused.FacilityUnknown(code));
        if (!facility.accepted().contains(wasteClass)) {
            throw new ChainRefused.NotTakenThere(facility.name(), wasteClass);
        }
        return facility;
    }
}

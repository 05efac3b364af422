package org.zhuxi.indicator;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.Hashing;
import org.zhuxi.indicator.internal.PlaceNaming;
import org.zhuxi.indicator.internal.RegisterStore;
import org.zhuxi.indicator.internal.Summing;
import org.zhuxi.indicator.internal.Typed;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;

/** Registers of communities, frozen for a year: what rates are divided by never moves afterwards. */
@Service
public class Registers {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WORDS = 300;

    private final RegisterStore store;
    private final PlaceNaming naming;
    private final Places places;
    private final Summing summing;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Registers(
            RegisterStore store,
            PlaceNaming naming,
            Places places,
            Summing summing,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.naming = naming;
        this.places = places;
        this.summing = summing;
        this.events = events;
        this.clock = clock;
    }

    /** Freezes the communities of a place as the tree has them today. */
    @Transactional
    public RegisterSnapshot freezeToday(Actor actor, UUID id, String cycle, String scope, String source) {
        var communities = places.communitiesAt(naming.typed(scope).path());
        var sites = sites(communities.stream().map(Community::id).toList());
        var items = communities.stream()
                .map(community -> new RegisterItem(
                        community.id().value(),
                        community.code(),
                        community.name(),
                        community.urban(),
                        1,
                        number(community.residents()),
                        number(community.households()),
                        sites.getOrDefault(community.id(), Map.of())))
                .toList();
        return freeze(actor, id, cycle, scope, LocalDate.now(clock.withZone(ZONE)), source, items, Origin.RECORDED);
    }

    /** How many sites of each type communities have today; those without any are left out. */
    @Transactional(readOnly = true)
    public Map<CommunityId, Map<String, Long>> sites(Collection<CommunityId> communities) {
        return store.sites(communities);
    }

    /**
     * Freezes a register that a document gives. The same id again is answered with what is there.
     *
     * @param cycle the year it is for, such as 2022
     * @param scope code of the place it is about
     * @throws IndicatorRefused when another register of that year covers the same places
     */
    @Transactional
    public RegisterSnapshot freeze(
            Actor actor,
            UUID id,
            String cycle,
            String scope,
            LocalDate asOf,
            String source,
            List<RegisterItem> items,
            Origin origin) {
        var place = naming.typed(scope);
        actor.require(IndicatorPermissions.PUBLISH, place.path());
        var known = store.find(id);
        if (known.isPresent()) {
            return known.get();
        }
        var year = Typed.period(cycle);
        if (!year.isYear()) {
            throw new IndicatorRefused.YearlyOnly();
        }
        if (items.isEmpty()) {
            throw new IndicatorRefused.Empty();
        }
        store.lock();
        if (store.overlaps(year, place.path())) {
            throw new IndicatorRefused.Overlaps(year.code());
        }
        var snapshot = new RegisterSnapshot(
                id,
                year,
                place.path(),
                asOf,
                Typed.words("source", source, WORDS),
                hash(items),
                items.stream()
                        .filter(RegisterItem::urban)
                        .mapToLong(RegisterItem::communities)
                        .sum(),
                clock.instant(),
                null,
                "",
                origin);
        store.insert(snapshot, items, actor.account());
        summing.note(items, year);
        audit(actor, "indicator.register.frozen", snapshot, source);
        return snapshot;
    }

    private static String hash(List<RegisterItem> items) {
        return Hashing.sha256(items.stream()
                .sorted(Comparator.comparing(RegisterItem::place))
                .map(item -> "%s %s %d %s %s"
                                .formatted(
                                        item.place(),
                                        item.urban(),
                                        item.communities(),
                                        item.residents(),
                                        item.households())
                        + (item.sites() == null ? "" : " " + new TreeMap<>(item.sites())))
                .collect(Collectors.joining("\n")));
    }

    /**
     * Takes a register back, so that another can be frozen for its year.
     *
     * @throws IndicatorRefused.InUse when a published figure rests on it
     */
    @Transactional
    public RegisterSnapshot withdraw(Actor actor, UUID id, String reason) {
        var snapshot = get(id);
        actor.require(IndicatorPermissions.PUBLISH, snapshot.scope());
        var words = Typed.words("reason", reason, WORDS);
        if (store.isInUse(id)) {
            throw new IndicatorRefused.InUse();
        }
        if (!store.withdraw(id, words, actor.account(), clock.instant())) {
            throw new IndicatorRefused.Decided();
        }
        summing.note(store.items(id), snapshot.cycle());
        audit(actor, "indicator.register.withdrawn", snapshot, words);
        return get(id);
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public RegisterSnapshot get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    @Transactional(readOnly = true)
    public List<RegisterItem> items(UUID id) {
        return store.items(get(id).id());
    }

    /** The register that holds for a place in a year. */
    @Transactional(readOnly = true)
    public Optional<RegisterSnapshot> find(PlacePath path, ReportPeriod period) {
        return store.holding(path, period.wholeYear());
    }

    /** Registers at, above or below a place, the latest year first. */
    @Transactional(readOnly = true)
    public List<RegisterSnapshot> list(PlacePath at) {
        return store.list(at);
    }

    private static @Nullable Long number(@Nullable Integer known) {
        return known == null ? null : known.longValue();
    }

    private void audit(Actor actor, String action, RegisterSnapshot snapshot, String detail) {
        events.publishEvent(new Audited(
                actor, action, snapshot.id().toString(), snapshot.scope(), snapshot.cycle() + " " + detail));
    }
}

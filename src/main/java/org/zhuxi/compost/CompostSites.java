package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.compost.internal.CompostSiteStore;
import org.zhuxi.compost.internal.EntryChecks;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.NewPlace;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.place.Site;

/** Compost sites and their bins, windrows and vessels. Everybody may read where they are; those who manage them may add. */
@Service
public class CompostSites {

    /** The type of the site of the place tree a compost site stands on. */
    public static final String SITE_TYPE = "compost-site";

    private static final BigDecimal MOST_BUCKET_LITRES = BigDecimal.valueOf(1000);
    private static final BigDecimal MOST_LITRES = BigDecimal.valueOf(1_000_000);
    private static final int MOST_PROBES = 3;
    private static final int MOST_ROWS = 1000;

    private final CompostSiteStore store;
    private final Places places;
    private final Register register;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CompostSites(
            CompostSiteStore store, Places places, Register register, Clock clock, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.register = register;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Adds a site with a place of its own.
     *
     * @throws Refused.NotFound when the code names no community
     * @throws CompostRefused.Unreadable when a field cannot be
     */
    @Transactional
    public CompostSite add(Actor actor, NewSite site) {
        var place = places.findByCode(site.place())
                .filter(it -> it.kind() == PlaceKind.COMMUNITY)
                .orElseThrow(() -> new Refused.NotFound(site.place()));
        actor.require(CompostPermissions.MANAGE, place.path());
        check(site);
        var community = java.util.Objects.requireNonNull(place.community());
        var code = nextCode(place);
        register.addPlaces(
                actor, community, List.of(NewPlace.site(code, SITE_TYPE, site.name(), site.location(), site.origin())));
        var id = places.sitesAt(place.path(), SITE_TYPE).stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow()
                .id();
        store.insert(new SiteRef(community, id), site, actor.account(), clock.instant());
        events.publishEvent(new Audited(
                actor, "compost.site.added", code, place.path(), site.name().zh()));
        return get(id);
    }

    private void check(NewSite site) {
        Typed.words("name", site.name().zh(), 60);
        Typed.words("nameEn", site.name().en(), 80);
        Typed.optional("operator", site.operator(), 100);
        Typed.optional("programme", site.programme(), 60);
        Typed.optional("note", site.note(), 500);
        if (site.bucketLitres().signum() <= 0 || site.bucketLitres().compareTo(MOST_BUCKET_LITRES) > 0) {
            throw new CompostRefused.Unreadable("bucketLitres", "compost-litres", MOST_BUCKET_LITRES);
        }
        if (site.startedOn().isAfter(today())) {
            throw new CompostRefused.Unreadable("startedOn", "compost-future");
        }
    }

    private String nextCode(Place community) {
        var taken = places.sitesAt(community.path(), SITE_TYPE).stream()
                .map(Site::code)
                .collect(Collectors.toSet());
        return IntStream.iterate(1, i -> i + 1)
                .mapToObj(i -> "%s-S-COMP%02d".formatted(community.code(), i))
                .filter(code -> !taken.contains(code))
                .findFirst()
                .orElseThrow();
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public CompostSite get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /**
     * Sites at or below a place, in the order in which they were added; for everybody.
     *
     * @param scene null for all
     * @param words part of the name or of the operator; empty for all
     */
    @Transactional(readOnly = true)
    public Slice<CompostSite> list(
            PlacePath at, @Nullable Scene scene, String words, int limit, @Nullable String after) {
        var communities = at.equals(PlacePath.NATION)
                ? null
                : places.communitiesAt(at).stream().map(it -> it.id()).toList();
        return store.list(communities, scene, words, Math.clamp(limit, 1, MOST_ROWS), Ids.after(after));
    }

    /** Sites where the actor may do something, at most so many. */
    @Transactional(readOnly = true)
    public List<CompostSite> mine(Actor actor, Permission permission, int limit) {
        return store.list(places.communitiesOf(actor, permission), null, "", limit, null)
                .items();
    }

    /** @throws CompostRefused.UnitExists when the site has a unit of that name */
    @Transactional
    public void addUnit(Actor actor, UUID siteId, NewUnit unit) {
        var site = get(siteId);
        var path = pathOf(site.ref());
        actor.require(CompostPermissions.MANAGE, path);
        Typed.words("code", unit.code(), 20);
        if (unit.litres().signum() <= 0 || unit.litres().compareTo(MOST_LITRES) > 0) {
            throw new CompostRefused.Unreadable("litres", "compost-litres", MOST_LITRES);
        }
        if (unit.probes() < 1 || unit.probes() > MOST_PROBES) {
            throw new CompostRefused.Unreadable("probes", "compost-probes", MOST_PROBES);
        }
        if (!store.insertUnit(site.ref(), unit, actor.account(), clock.instant())) {
            throw new CompostRefused.UnitExists(unit.code());
        }
        events.publishEvent(new Audited(actor, "compost.unit.added", unit.id().toString(), path, unit.code()));
    }

    /** Nothing goes into it any more; what was logged stays. */
    @Transactional
    public void retire(Actor actor, UUID unitId) {
        var unit = unit(unitId);
        var path = pathOf(unit.site());
        actor.require(CompostPermissions.MANAGE, path);
        if (store.retire(unit, today())) {
            events.publishEvent(new Audited(actor, "compost.unit.retired", unitId.toString(), path, unit.code()));
        }
    }

    @Transactional(readOnly = true)
    public List<CompostUnit> units(SiteRef site) {
        return store.units(site);
    }

    /** @throws Refused.NotFound when there is none */
    @Transactional(readOnly = true)
    public CompostUnit unit(UUID id) {
        return store.findUnits(List.of(id)).stream().findFirst().orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The path of the community a site lies in. */
    public PlacePath pathOf(SiteRef site) {
        return places.getCommunity(site.community()).path();
    }

    private LocalDate today() {
        return EntryChecks.today(clock);
    }
}

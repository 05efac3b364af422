package org.zhuxi.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.internal.CardCode;
import org.zhuxi.place.internal.DivisionStore;
import org.zhuxi.place.internal.HouseholdStore;
import org.zhuxi.place.internal.Pinyin;
import org.zhuxi.place.internal.PlaceCache;
import org.zhuxi.place.internal.PlaceCode;
import org.zhuxi.place.internal.PlaceFinder;
import org.zhuxi.place.internal.PremisesStore;
import org.zhuxi.place.internal.SearchStore;
import org.zhuxi.place.internal.SiteStore;
import org.zhuxi.place.internal.Today;

/** The tree of places and the register of households, for reading. */
@Service
@Transactional(readOnly = true)
public class Places {

    private final PlaceFinder finder;
    private final DivisionStore divisions;
    private final PremisesStore premises;
    private final SiteStore sites;
    private final HouseholdStore households;
    private final SearchStore searches;
    private final PlaceCache cache;
    private final Today today;
    private final ApplicationEventPublisher events;

    Places(
            PlaceFinder finder,
            DivisionStore divisions,
            PremisesStore premises,
            SiteStore sites,
            HouseholdStore households,
            SearchStore searches,
            PlaceCache cache,
            Today today,
            ApplicationEventPublisher events) {
        this.finder = finder;
        this.divisions = divisions;
        this.premises = premises;
        this.sites = sites;
        this.households = households;
        this.searches = searches;
        this.cache = cache;
        this.today = today;
        this.events = events;
    }

    /** The place with this code today: a division, community, quarter, building, dwelling or site. */
    public Optional<Place> findByCode(String code) {
        return finder.findByCode(code);
    }

    /** Many at once, by code; codes that name nothing are missing from the answer. */
    public Map<String, Place> findByCodes(Collection<String> codes) {
        return finder.findByCodes(codes);
    }

    /** The place at this path, at any level. */
    public Optional<Place> findByPath(PlacePath path) {
        return finder.findByPath(path);
    }

    /** From the nation down to the place at this path, which comes last. */
    public List<Place> wayTo(PlacePath path) {
        var way = new ArrayList<Place>();
        var at = PlacePath.NATION;
        finder.findByPath(at).ifPresent(way::add);
        for (var segment : path.value().substring(1).split("/", -1)) {
            if (!segment.isEmpty()) {
                at = at.child(segment);
                finder.findByPath(at).ifPresent(way::add);
            }
        }
        return way;
    }

    /** Divisions directly below, or the communities below a street; not below communities. */
    public List<Place> childrenOf(PlacePath path) {
        return PlaceCode.communityPath(path).isPresent()
                ? List.of()
                : finder.findByPath(path)
                        .map(place -> divisions.listChildren(place.code(), today.get()))
                        .orElse(List.of());
    }

    /** What stands directly in a community, quarter or building: quarters, buildings and dwellings; then sites. */
    public List<Place> premisesOf(Place place) {
        var community = place.community();
        if (community == null || place.kind() == PlaceKind.SITE) {
            return List.of();
        }
        var below = new ArrayList<>(premises.listChildren(community, place.code()));
        if (place.kind() == PlaceKind.COMMUNITY) {
            sites.list(List.of(community.value()), null).stream()
                    .map(SiteStore::place)
                    .forEach(below::add);
        }
        return below;
    }

    /** The divisions directly below a division as they were on a day. */
    public List<Place> childrenOf(String code, LocalDate day) {
        return divisions.listChildren(code, day);
    }

    /** A division or community as it was on a day. */
    public Optional<Place> findByCode(String code, LocalDate day) {
        return divisions.findByCodes(List.of(code), day).stream().findFirst();
    }

    /**
     * Places whose name, pinyin, initials or code match: whole ones first, then beginnings, then names that contain it; upper
     * levels before lower. Households and dwellings are never found here.
     */
    public Slice<Place> search(String query, int limit, @Nullable String after) {
        var normalized = Pinyin.normalized(query);
        if (normalized.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var found = searches.search(normalized, today.get(), limit + 1, after == null ? "" : after);
        var slice = Slice.of(found, limit, SearchStore.Found::cursor);
        var byCode = finder.findByCodes(
                slice.items().stream().map(SearchStore.Found::code).toList());
        return new Slice<>(
                slice.items().stream()
                        .flatMap(hit -> Optional.ofNullable(byCode.get(hit.code())).stream())
                        .toList(),
                slice.next());
    }

    /**
     * The names of the divisions each place lies in, by its code, from the province down; so that places of one name can be
     * told apart. A name that repeats the one above it, as 市辖区 may, is left out.
     */
    public Map<String, List<Names>> namesAbove(Collection<Place> below) {
        var above = finder.findByCodes(below.stream()
                .flatMap(place -> PlaceCode.codesAbove(place.path()).stream())
                .distinct()
                .toList());
        return below.stream()
                .collect(Collectors.toMap(
                        Place::code,
                        place -> PlaceCode.codesAbove(place.path()).stream()
                                .filter(code -> !code.equals(place.code()))
                                .flatMap(code -> Optional.ofNullable(above.get(code)).stream())
                                .map(Place::name)
                                .distinct()
                                .toList(),
                        (one, same) -> one));
    }

    public Community getCommunity(CommunityId id) {
        return finder.findCommunity(id).orElseThrow(() -> new Refused.NotFound(id.value()));
    }

    /**
     * The code of what lies at a path of this community, or of the community itself. The path may have been written before the
     * community came to another street; codes stay.
     */
    public String codeOf(CommunityId id, PlacePath written) {
        var code = getCommunity(id).code();
        return PlaceCode.communityPath(written)
                .filter(community -> !community.equals(written))
                .map(community -> PlaceCode.codeAt(code, community, written))
                .orElse(code);
    }

    /** The communities at or below a path, or the one a deeper path lies in, in order of code. */
    public List<Community> communitiesAt(PlacePath path) {
        return finder.communitiesAt(path);
    }

    /** The first of them, in order of code. @param limit at most so many */
    public List<Community> communitiesAt(PlacePath path, int limit) {
        return finder.communitiesAt(path, limit);
    }

    /** The communities in which an actor holds a permission. */
    public List<CommunityId> communitiesOf(Actor actor, Permission permission) {
        return actor.grants().stream()
                .filter(grant -> actor.may(permission, grant.place()))
                .flatMap(grant -> communitiesAt(grant.place()).stream())
                .map(Community::id)
                .distinct()
                .toList();
    }

    /** Households by id within their communities; missing ones are missing from the answer. */
    public Map<UUID, Household> findHouseholds(Collection<HouseholdRef> asked) {
        return asked.isEmpty()
                ? Map.of()
                : households.find(asked).stream()
                        .collect(Collectors.toMap(household -> household.ref().id(), Function.identity()));
    }

    /** Which community each household belongs to, one query for all; unknown ids are missing from the answer. */
    public Map<UUID, CommunityId> communitiesOfHouseholds(Collection<UUID> ids) {
        return cache.communitiesOfHouseholds().getAll(ids, missing -> households.communitiesOf(List.copyOf(missing)));
    }

    /** The household a card code, or the code of a dwelling's door plate, stands for. */
    public Optional<Household> findHouseholdByCard(String cardOrPlate) {
        var plate = cardOrPlate.strip().toUpperCase(Locale.ROOT);
        if (PlaceCode.isBelowCommunity(plate)) {
            return finder.findByCode(PlaceCode.communityOf(plate))
                    .map(Place::community)
                    .flatMap(community -> households.findByDwelling(community, plate));
        }
        return CardCode.parse(cardOrPlate)
                .flatMap(card -> households.findByCard(new CommunityId(card.community()), card.code()));
    }

    /** The household register at or below a place, for those who may see it; audited. @param query words of a door */
    @Transactional
    public Slice<Household> listHouseholds(
            Actor actor, PlacePath at, @Nullable String query, int limit, @Nullable String after) {
        return listHouseholds(actor, at, query, null, limit, after);
    }

    /** The household with a card, if it is at or below a place; audited as the list is. @param card as somebody typed it */
    @Transactional
    public Slice<Household> listHouseholdsByCard(Actor actor, PlacePath at, String card) {
        var code = CardCode.parse(card).map(CardCode::code).orElse("");
        return listHouseholds(actor, at, null, code, 1, null);
    }

    private Slice<Household> listHouseholds(
            Actor actor,
            PlacePath at,
            @Nullable String query,
            @Nullable String card,
            int limit,
            @Nullable String after) {
        actor.require(PlacePermissions.READ_HOUSEHOLDS, at);
        var sought = query == null ? "" : query.strip();
        var filter = new HouseholdStore.Filter(
                finder.communitiesAt(at).stream()
                        .map(community -> community.id().value())
                        .toList(),
                codeBelow(at),
                sought.toLowerCase(Locale.ROOT),
                card);
        var found = households.list(filter, limit + 1, after == null ? "" : after);
        var slice = Slice.of(found, limit, Household::dwelling);
        events.publishEvent(new Audited(
                actor, "household.list", at.value(), at, slice.items().size() + " households"));
        return slice;
    }

    /** One household, for its members and for those who may see the register; audited when it is not a member. */
    @Transactional
    public Household getHousehold(Actor actor, UUID id) {
        var household = Optional.ofNullable(communitiesOfHouseholds(List.of(id)).get(id))
                .map(community -> new HouseholdRef(community, id))
                .map(ref -> findHouseholds(List.of(ref)).get(id))
                .orElseThrow(() -> new Refused.NotFound(id));
        if (!actor.actsFor(household.ref(), PlacePermissions.READ_HOUSEHOLDS.scope())) {
            actor.require(PlacePermissions.READ_HOUSEHOLDS, household.path());
            events.publishEvent(Audited.look(actor, id, household.path(), "register"));
        }
        return household;
    }

    /** What people call a quarter, building or dwelling, such as 一区3栋; its code when it is not there. */
    public String labelOf(CommunityId community, String code) {
        return premises.findLabels(community, List.of(code)).getOrDefault(code, code);
    }

    public Optional<Site> findSite(CommunityId community, UUID id) {
        return sites.find(community, id);
    }

    /** All sites of these communities, in order of code. */
    public List<Site> sitesOf(Collection<CommunityId> communities) {
        return communities.isEmpty()
                ? List.of()
                : sites.list(communities.stream().map(CommunityId::value).toList(), null);
    }

    /** Communities of which only a point is known, within a window of the map, in order of code. */
    public List<Community> communitiesWithin(BoundingBox box, int limit) {
        return finder.communitiesWithin(box, limit);
    }

    /** Sites of a type at or below a path. */
    public List<Site> sitesAt(PlacePath path, String type) {
        var communities = finder.communitiesAt(path).stream()
                .map(community -> community.id().value())
                .toList();
        return sites.list(communities, type).stream()
                .filter(site -> path.contains(site.path()))
                .toList();
    }

    /** The beginning of the codes of all dwellings at or below a path within a community; empty above communities. */
    private String codeBelow(PlacePath at) {
        var community = PlaceCode.communityPath(at);
        if (community.isEmpty() || community.get().equals(at)) {
            return "";
        }
        return finder.findByPath(at).map(Place::code).orElseThrow(() -> new Refused.NotFound(at));
    }
}

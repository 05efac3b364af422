package org.zhuxi.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
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
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.internal.CommunityStore;
import org.zhuxi.place.internal.DivisionStore;
import org.zhuxi.place.internal.HouseholdStore;
import org.zhuxi.place.internal.PlaceCache;
import org.zhuxi.place.internal.PlaceCode;
import org.zhuxi.place.internal.PlaceFinder;
import org.zhuxi.place.internal.PremisesStore;
import org.zhuxi.place.internal.SiteStore;

/**
 * Changes of the tree of places and of the register of households. Batches are one statement a table; what is there already
 * (by code, a household by its id) stays as it is, so that a batch may be sent again.
 */
@Service
@Transactional
public class Register {

    private final PlaceFinder finder;
    private final DivisionStore divisions;
    private final CommunityStore communities;
    private final PremisesStore premises;
    private final SiteStore sites;
    private final HouseholdStore households;
    private final PlaceCache cache;
    private final ApplicationEventPublisher events;

    Register(
            PlaceFinder finder,
            DivisionStore divisions,
            CommunityStore communities,
            PremisesStore premises,
            SiteStore sites,
            HouseholdStore households,
            PlaceCache cache,
            ApplicationEventPublisher events) {
        this.finder = finder;
        this.divisions = divisions;
        this.communities = communities;
        this.premises = premises;
        this.sites = sites;
        this.households = households;
        this.cache = cache;
        this.events = events;
    }

    /**
     * Adds divisions from province to street, in any order; answers how many were new.
     *
     * @throws PlaceRefused.WrongCode when a code does not fit its level
     * @throws PlaceRefused.NoParent when the parent is neither there nor in the batch
     */
    public int addDivisions(Actor by, List<NewDivision> added) {
        var parents = new HashMap<>(parentsOf(added));
        var ordered =
                added.stream().sorted(Comparator.comparing(NewDivision::kind)).toList();
        var paths = new ArrayList<PlacePath>();
        for (var division : ordered) {
            var path = pathOf(division, parents);
            by.require(PlacePermissions.MANAGE, path);
            parents.put(
                    division.code(), new Place(division.code(), division.kind(), division.name(), path, null, null));
            paths.add(path);
        }
        var count = divisions.insert(ordered, paths);
        audit(by, "place.divisions.add", added.size() + " divisions", PlacePath.NATION, count + " new");
        return count;
    }

    /** Adds a community to its street and answers its number; the number it has when it is there already. */
    public CommunityId addCommunity(Actor by, NewCommunity community) {
        var division = new NewDivision(
                community.code(),
                PlaceKind.COMMUNITY,
                streetOf(community.code()),
                community.name(),
                community.validFrom(),
                community.origin(),
                community.source());
        var path = pathOf(division, parentsOf(List.of(division)));
        by.require(PlacePermissions.MANAGE, path);
        divisions.insert(List.of(division), List.of(path));
        communities.insert(community);
        cache.forgetAfterCommit();
        var id = communities.getId(community.code());
        communities.insertAliases(id, community.aliases());
        audit(
                by,
                "place.community.add",
                community.code(),
                path,
                community.name().zh());
        return id;
    }

    /**
     * Adds many communities at once, of which name, kind and size are known; those that are there stay as they are.
     *
     * @throws PlaceRefused when the street of one is not known; then none is added
     */
    public int addCommunities(Actor by, List<NewCommunity> added) {
        var units = added.stream()
                .map(community -> new NewDivision(
                        community.code(),
                        PlaceKind.COMMUNITY,
                        streetOf(community.code()),
                        community.name(),
                        community.validFrom(),
                        community.origin(),
                        community.source()))
                .toList();
        by.require(PlacePermissions.MANAGE, PlacePath.NATION);
        var parents = parentsOf(units);
        divisions.insert(
                units, units.stream().map(unit -> pathOf(unit, parents)).toList());
        var fresh = communities.insert(added);
        cache.forgetAfterCommit();
        audit(by, "place.community.add", added.size() + " communities", PlacePath.NATION, String.valueOf(fresh));
        return fresh;
    }

    /** Adds quarters, buildings, dwellings and sites of one community; answers how many were new. */
    public int addPlaces(Actor by, CommunityId community, List<NewPlace> added) {
        var home = getCommunity(community);
        by.require(PlacePermissions.MANAGE, home.path());
        added.forEach(place -> requireForm(place, home.code()));
        var newSites =
                added.stream().filter(place -> place.kind() == PlaceKind.SITE).toList();
        var newPremises = added.stream()
                .filter(place -> place.kind() != PlaceKind.SITE)
                .sorted(Comparator.comparing(NewPlace::kind))
                .toList();
        var count = premises.insert(community, newPremises, labelsOf(community, newPremises))
                + sites.insert(community, newSites);
        audit(by, "place.add", home.code(), home.path(), count + " new");
        return count;
    }

    /**
     * Lets households move in; answers them in the same order. One that is there already, by its id, stays as it is.
     *
     * @throws PlaceRefused.NoDwelling when a code names no dwelling of the community
     * @throws PlaceRefused.DwellingTaken when somebody else lives there
     * @throws PlaceRefused.WrongPersons when the number of persons is not between 0 and 99
     */
    public List<Household> addHouseholds(Actor by, CommunityId community, List<NewHousehold> added) {
        var home = getCommunity(community);
        added.forEach(household -> by.require(PlacePermissions.MANAGE_HOUSEHOLDS, pathOf(household, home)));
        var nextCard = households.lockAndNextCardNumber(community);
        var refs = added.stream()
                .map(household -> new HouseholdRef(community, household.id()))
                .toList();
        var known = byId(refs).keySet();
        var fresh = added.stream()
                .filter(household -> !known.contains(household.id()))
                .toList();
        requireFreeDwellings(community, fresh);
        households.insert(community, fresh, nextCard);
        audit(by, "household.add", home.code(), home.path(), fresh.size() + " new");
        var all = byId(refs);
        return refs.stream()
                .map(ref -> Objects.requireNonNull(all.get(ref.id())))
                .toList();
    }

    /** Takes note that a household moves out; its records stay with it. */
    public void moveHouseholdOut(Actor by, HouseholdRef household, LocalDate on) {
        var known = byId(List.of(household)).get(household.id());
        if (known == null) {
            throw new Refused.NotFound(household.id());
        }
        by.require(PlacePermissions.MANAGE_HOUSEHOLDS, known.path());
        if (!households.moveOut(household, on)) {
            throw new PlaceRefused.WrongDate(known.cardCode(), on);
        }
        audit(by, "household.leave", household.id().toString(), known.path(), on.toString());
    }

    /**
     * Gives a division or community a new name from a day on; the old name stays readable for the days before.
     *
     * @throws PlaceRefused.WrongDate unless the day is after the beginning of the present name
     */
    public void renameDivision(Actor by, String code, Names name, LocalDate on) {
        var place = getDivision(code);
        by.require(PlacePermissions.MANAGE, place.path());
        end(code, on, List.of());
        divisions.continueAs(code, on, name);
        cache.forgetAfterCommit();
        audit(by, "place.rename", code, place.path(), place.name().zh() + " → " + name.zh());
    }

    /** Ends divisions of one level in favour of another that is there; what lies below them is carried over. */
    public void mergeDivisions(Actor by, Collection<String> codes, String successor, LocalDate on) {
        codes.stream().filter(code -> !code.equals(successor)).forEach(code -> {
            var parts =
                    divisions.listChildren(code, on).stream().collect(Collectors.toMap(Place::code, part -> successor));
            replace(by, code, List.of(successor), parts, on);
        });
    }

    /**
     * Ends a division in favour of several that are there.
     *
     * @param partsTo for every division or community directly below, the code of the one it belongs to from now on
     * @throws PlaceRefused.PartsLeft when one below is not told where it belongs
     */
    public void splitDivision(Actor by, String code, Map<String, String> partsTo, LocalDate on) {
        replace(by, code, List.copyOf(new TreeSet<>(partsTo.values())), partsTo, on);
    }

    private void replace(Actor by, String code, List<String> successors, Map<String, String> partsTo, LocalDate on) {
        var old = getDivision(code);
        by.require(PlacePermissions.MANAGE, old.path());
        if (old.kind() == PlaceKind.COMMUNITY || old.kind() == PlaceKind.NATION) {
            throw new PlaceRefused.WrongCode(code);
        }
        var heirs = successorsOf(old, successors);
        var parts = divisions.listChildren(code, on);
        var left =
                parts.stream().filter(part -> !partsTo.containsKey(part.code())).count();
        if (left > 0) {
            throw new PlaceRefused.PartsLeft(code, (int) left);
        }
        end(code, on, successors);
        parts.forEach(part -> divisions.move(part, get(heirs, partsTo.get(part.code())), on));
        cache.forgetAfterCommit();
        audit(by, "place.replace", code, old.path(), "→ " + String.join(", ", successors) + ", " + on);
        events.publishEvent(new DivisionReplaced(
                old.path(), heirs.values().stream().map(Place::path).toList(), on));
    }

    private Map<String, Place> successorsOf(Place old, List<String> successors) {
        return successors.stream()
                .map(this::getDivision)
                .peek(heir -> {
                    if (heir.kind() != old.kind()) {
                        throw new PlaceRefused.WrongCode(heir.code());
                    }
                })
                .collect(Collectors.toMap(Place::code, Function.identity()));
    }

    private void end(String code, LocalDate on, List<String> successors) {
        if (!divisions.end(code, on, successors)) {
            throw new PlaceRefused.WrongDate(code, on);
        }
    }

    private Map<String, Place> parentsOf(List<NewDivision> added) {
        return finder.findByCodes(
                added.stream().map(NewDivision::parent).distinct().toList());
    }

    private static PlacePath pathOf(NewDivision division, Map<String, Place> parents) {
        if (!PlaceCode.fits(division.code(), division.kind())) {
            throw new PlaceRefused.WrongCode(division.code());
        }
        var parent = parents.get(division.parent());
        if (parent == null || parent.kind().ordinal() + 1 != division.kind().ordinal()) {
            throw new PlaceRefused.NoParent(division.code());
        }
        return parent.path().child(PlaceCode.segment(division.code(), division.kind()));
    }

    private static String streetOf(String communityCode) {
        if (!PlaceCode.isDivision(communityCode)) {
            throw new PlaceRefused.WrongCode(communityCode);
        }
        return PlaceCode.streetOf(communityCode);
    }

    private static PlacePath pathOf(NewHousehold household, Community home) {
        if (household.persons() < 0 || household.persons() > 99) {
            throw new PlaceRefused.WrongPersons(household.persons());
        }
        if (!PlaceCode.isBelowCommunity(household.dwelling())
                || !household.dwelling().startsWith(home.code())) {
            throw new PlaceRefused.NoDwelling(household.dwelling());
        }
        return PlaceCode.pathBelow(home.path(), household.dwelling());
    }

    private void requireFreeDwellings(CommunityId community, List<NewHousehold> fresh) {
        var dwellings = fresh.stream().map(NewHousehold::dwelling).toList();
        var there = premises.findDwellings(community, dwellings);
        var taken = new HashSet<>(households.findTaken(community, dwellings).keySet());
        for (var dwelling : dwellings) {
            if (!there.contains(dwelling)) {
                throw new PlaceRefused.NoDwelling(dwelling);
            }
            if (!taken.add(dwelling)) {
                throw new PlaceRefused.DwellingTaken(dwelling);
            }
        }
    }

    private static void requireForm(NewPlace place, String communityCode) {
        var isSite = place.kind() == PlaceKind.SITE;
        var fits = PlaceCode.isBelowCommunity(place.code())
                && place.code().startsWith(communityCode + "-")
                && PlaceCode.isSite(place.code()) == isSite
                && (place.siteType() != null) == isSite
                && place.kind().ordinal() > PlaceKind.COMMUNITY.ordinal();
        if (!fits) {
            throw new PlaceRefused.WrongCode(place.code());
        }
    }

    /** What people call each place: the names from the quarter down, as in 一区3栋502. */
    private Map<String, String> labelsOf(CommunityId community, List<NewPlace> added) {
        var parents = added.stream()
                .flatMap(place -> PlaceCode.parentOf(place.code()).stream())
                .distinct()
                .toList();
        var labels = new HashMap<>(premises.findLabels(community, parents));
        for (var place : added) {
            var above = PlaceCode.parentOf(place.code());
            if (above.isPresent() && !labels.containsKey(above.get())) {
                throw new PlaceRefused.NoParent(place.code());
            }
            labels.put(
                    place.code(),
                    above.map(labels::get).orElse("") + place.name().zh());
        }
        return labels;
    }

    private Map<UUID, Household> byId(Collection<HouseholdRef> refs) {
        return households.find(refs).stream()
                .collect(Collectors.toMap(household -> household.ref().id(), Function.identity()));
    }

    private Place getDivision(String code) {
        return finder.findByCode(code)
                .filter(place -> place.id() == null)
                .orElseThrow(() -> new Refused.NotFound(code));
    }

    private Community getCommunity(CommunityId id) {
        return finder.findCommunity(id).orElseThrow(() -> new Refused.NotFound(id.value()));
    }

    private static Place get(Map<String, Place> heirs, @Nullable String code) {
        var heir = heirs.get(code);
        if (heir == null) {
            throw new Refused.NotFound(code == null ? "" : code);
        }
        return heir;
    }

    private void audit(Actor by, String action, String subject, PlacePath place, String detail) {
        events.publishEvent(new Audited(by, action, subject, place, detail));
    }
}

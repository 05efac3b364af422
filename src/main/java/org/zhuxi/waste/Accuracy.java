package org.zhuxi.waste;

import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Community;
import org.zhuxi.place.Household;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.AccuracyRow;
import org.zhuxi.waste.internal.AccuracyStore;

/** How accurately places and households sort, month by month, reckoned from the records ({@link SortingTally}). */
@Service
public class Accuracy {

    private final AccuracyStore store;
    private final Places places;
    private final ApplicationEventPublisher events;

    Accuracy(AccuracyStore store, Places places, ApplicationEventPublisher events) {
        this.store = store;
        this.places = places;
        this.events = events;
    }

    /**
     * A place with its parts: the buildings of a community, otherwise the communities below. Those who serve the households see
     * every line, others only what may be published.
     */
    @Transactional(readOnly = true)
    public AccuracyReport read(Actor actor, PlacePath at, YearMonth month) {
        actor.require(WastePermissions.READ_ACCURACY, at);
        var report = report(at, month);
        return actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, at) ? report : report.published();
    }

    /** The same for everybody: nothing that singles out fewer than five households. */
    @Transactional(readOnly = true)
    public AccuracyReport published(PlacePath at, YearMonth month) {
        return report(at, month).published();
    }

    /** The households of a building that were looked at, in order of their ids; audited. */
    @Transactional
    public Slice<AccuracyLine> households(
            Actor actor, PlacePath building, YearMonth month, int limit, @Nullable String after) {
        actor.require(WastePermissions.READ_HOUSEHOLD_ACCURACY, building);
        var place = placeAt(building);
        var community = place.community();
        if (place.kind() != PlaceKind.BUILDING || community == null) {
            throw new Refused.NotFound(building.value());
        }
        events.publishEvent(new Audited(actor, "household.accuracy", place.code(), building, month.toString()));
        var rows =
                Slice.of(store.households(community, place.code(), month, limit + 1, after), limit, AccuracyRow::code);
        var known = households(community, rows.items());
        return new Slice<>(
                rows.items().stream()
                        .filter(row -> known.containsKey(row.code()))
                        .map(row -> line(row, Objects.requireNonNull(known.get(row.code()))))
                        .toList(),
                rows.next());
    }

    private Map<String, Household> households(CommunityId community, List<AccuracyRow> rows) {
        var refs = rows.stream()
                .map(row -> new HouseholdRef(community, row.household()))
                .toList();
        return places.findHouseholds(refs).values().stream()
                .collect(Collectors.toMap(it -> it.ref().id().toString(), Function.identity()));
    }

    private static AccuracyLine line(AccuracyRow row, Household household) {
        var door = new Names(household.label(), household.label());
        return row.toLine(household.dwelling(), door, household.path());
    }

    private AccuracyReport report(PlacePath at, YearMonth month) {
        var place = placeAt(at);
        var communities = places.communitiesAt(at);
        var whole = store.whole(communities, at, month).toLine(place.code(), place.name(), at);
        var parts = place.community() == null ? ofCommunities(communities, month) : ofBuildings(communities, at, month);
        return new AccuracyReport(month, whole, parts);
    }

    private List<AccuracyLine> ofCommunities(List<Community> communities, YearMonth month) {
        var byId = communities.stream()
                .collect(Collectors.toMap(it -> Integer.toString(it.id().value()), Function.identity()));
        return store.byCommunity(communities, month).stream()
                .map(row -> line(row, Objects.requireNonNull(byId.get(row.code()))))
                .toList();
    }

    private static AccuracyLine line(AccuracyRow row, Community community) {
        return row.toLine(community.code(), community.name(), community.path());
    }

    private List<AccuracyLine> ofBuildings(List<Community> communities, PlacePath at, YearMonth month) {
        var rows = store.byBuilding(communities, at, month);
        var buildings = places.findByCodes(rows.stream().map(AccuracyRow::code).toList());
        return rows.stream()
                .filter(row -> buildings.containsKey(row.code()))
                .map(row -> line(row, Objects.requireNonNull(buildings.get(row.code()))))
                .toList();
    }

    private static AccuracyLine line(AccuracyRow row, Place place) {
        return row.toLine(place.code(), place.name(), place.path());
    }

    private Place placeAt(PlacePath at) {
        return places.findByPath(at).orElseThrow(() -> new Refused.NotFound(at.value()));
    }
}

package org.zhuxi.place;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.internal.GeoJson;
import org.zhuxi.place.internal.OutlineShape;
import org.zhuxi.place.internal.OutlineStore;
import org.zhuxi.place.internal.PlaceFinder;

/** Outlines of communities and of quarters, buildings and sites in them. They are public, like the places themselves. */
@Service
public class Outlines {

    private static final int LONGEST_SOURCE = 500;

    private final PlaceFinder finder;
    private final OutlineStore store;
    private final GeoJson json;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Outlines(PlaceFinder finder, OutlineStore store, GeoJson json, Clock clock, ApplicationEventPublisher events) {
        this.finder = finder;
        this.store = store;
        this.json = json;
        this.clock = clock;
        this.events = events;
    }

    /**
     * Sets the outline of a community, quarter, building or site; the one before is replaced.
     *
     * @param geoJson a Polygon or MultiPolygon, or a feature with one
     * @param system how its positions are meant
     * @param source where it is taken from
     * @throws OutlineRefused with the place of the fault
     */
    @Transactional
    public Outline put(Actor by, String code, String geoJson, CoordinateSystem system, String source) {
        var place = getPlace(code);
        by.require(PlacePermissions.MANAGE, place.path());
        var from = source.strip().replace("\0", "");
        if (from.isEmpty() || from.length() > LONGEST_SOURCE) {
            throw OutlineRefused.noSource();
        }
        var polygons = OutlineShape.checked(json.read(geoJson), system);
        var outline = new Outline(code, place.path(), polygons, OutlineShape.areaM2(polygons), from, clock.instant());
        store.put(community(place), outline, by.accountId());
        events.publishEvent(
                new Audited(by, "place.outline.set", code, place.path(), Math.round(outline.areaM2()) + " m²"));
        return outline;
    }

    /** Takes an outline away; answers false when there was none. */
    @Transactional
    public boolean remove(Actor by, String code) {
        var place = getPlace(code);
        by.require(PlacePermissions.MANAGE, place.path());
        var removed = store.remove(community(place), code);
        if (removed) {
            events.publishEvent(new Audited(by, "place.outline.remove", code, place.path(), ""));
        }
        return removed;
    }

    @Transactional(readOnly = true)
    public Optional<Outline> find(String code) {
        return finder.findByCode(code)
                .filter(place -> place.community() != null)
                .flatMap(place -> store.find(community(place), code))
                .map(json::outline);
    }

    /** The outlines of whole communities that touch a window of the map, in order of code. */
    @Transactional(readOnly = true)
    public List<Outline> listCommunitiesIn(BoundingBox box, int limit) {
        return store.listCommunitiesIn(box, limit).stream().map(json::outline).toList();
    }

    /** The outlines of communities and of what stands in them at or below a path, in order of code. */
    @Transactional(readOnly = true)
    public Slice<Outline> list(PlacePath at, int limit, @Nullable String after) {
        var communities = finder.communitiesAt(at).stream()
                .map(community -> community.id().value())
                .toList();
        if (communities.isEmpty()) {
            return new Slice<>(List.of(), null);
        }
        var found = store.list(communities, limit + 1, after == null ? "" : after).stream()
                .map(json::outline)
                .filter(outline -> at.contains(outline.path()))
                .toList();
        return Slice.of(found, limit, Outline::code);
    }

    private Place getPlace(String code) {
        return finder.findByCode(code)
                .filter(place -> place.community() != null)
                .filter(place -> place.kind() != PlaceKind.DWELLING)
                .orElseThrow(() -> new Refused.NotFound(code));
    }

    private static int community(Place place) {
        return java.util.Objects.requireNonNull(place.community()).value();
    }
}

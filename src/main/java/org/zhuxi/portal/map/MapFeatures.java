package org.zhuxi.portal.map;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.BoundingBox;
import org.zhuxi.place.Community;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outline;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Site;
import org.zhuxi.waste.Opening;
import org.zhuxi.waste.StationView;
import org.zhuxi.waste.Stations;

/** What a map shows, as GeoJSON features. Dwellings, and whatever has neither outline nor point, are never among them. */
@Component
class MapFeatures {

    private static final int MOST_COMMUNITIES = 300;
    /** In a wider view than this many communities the sites are left out; who zooms in sees them. */
    private static final int MOST_COMMUNITIES_WITH_SITES = 30;

    private static final int MOST_OUTLINES = 2_000;
    private static final int MOST_STATIONS = 200;

    private final Places places;
    private final Outlines outlines;
    private final Stations stations;

    MapFeatures(Places places, Outlines outlines, Stations stations) {
        this.places = places;
        this.outlines = outlines;
        this.stations = stations;
    }

    /**
     * @param whole false when there is more than is shown, so that a narrower view shows more
     */
    record View(List<Map<String, Object>> features, boolean whole) {}

    /** The communities in a window, and their sites unless the window is very wide. */
    View in(BoundingBox box, CoordinateSystem system) {
        var drawn = outlines.listCommunitiesIn(box, MOST_COMMUNITIES + 1);
        var known = places.findByCodes(drawn.stream().map(Outline::code).toList());
        var points = places.communitiesWithin(box, MOST_COMMUNITIES + 1);
        var features = new ArrayList<Map<String, Object>>();
        drawn.stream()
                .limit(MOST_COMMUNITIES)
                .filter(outline -> known.containsKey(outline.code()))
                .map(outline -> outline(outline, Objects.requireNonNull(known.get(outline.code())), system))
                .forEach(features::add);
        points.stream()
                .limit(MOST_COMMUNITIES)
                .flatMap(community -> point(community, system))
                .forEach(features::add);
        var shown = Stream.concat(
                        known.values().stream().map(Place::community),
                        points.stream().map(Community::id))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var hasSites = shown.size() <= MOST_COMMUNITIES_WITH_SITES;
        if (hasSites) {
            features.addAll(sites(shown, system));
        }
        return new View(features, hasSites && drawn.size() <= MOST_COMMUNITIES && points.size() <= MOST_COMMUNITIES);
    }

    /** Everything drawn in one community: quarters, buildings and sites as well. */
    View of(Community community, CoordinateSystem system) {
        var drawn = outlines.list(community.path(), MOST_OUTLINES, null);
        var known = places.findByCodes(drawn.items().stream().map(Outline::code).toList());
        var features = new ArrayList<Map<String, Object>>();
        drawn.items().stream()
                .filter(outline -> known.containsKey(outline.code()))
                .map(outline -> outline(outline, Objects.requireNonNull(known.get(outline.code())), system))
                .forEach(features::add);
        if (!known.containsKey(community.code())) {
            point(community, system).forEach(features::add);
        }
        features.addAll(sites(List.of(community.id()), system));
        return new View(features, drawn.next() == null);
    }

    private List<Map<String, Object>> sites(List<CommunityId> communities, CoordinateSystem system) {
        var open = communities.stream()
                .map(places::getCommunity)
                .flatMap(community -> stations.list(community.path(), MOST_STATIONS, null).items().stream())
                .collect(Collectors.toMap(view -> view.station().site().id(), Function.identity()));
        return places.sitesOf(communities).stream()
                .flatMap(site -> site(site, open, system))
                .toList();
    }

    private static Map<String, Object> outline(Outline outline, Place place, CoordinateSystem system) {
        var properties = properties(place.kind(), place.code(), place.name());
        var middle = system.fromWgs84(outline.box().middle());
        properties.put("middle", List.of(middle.longitude(), middle.latitude()));
        properties.put("source", outline.source());
        return feature(place.code(), outline.geometry(system), properties);
    }

    private static Stream<Map<String, Object>> point(Community community, CoordinateSystem system) {
        var location = community.location();
        return location == null
                ? Stream.empty()
                : Stream.of(feature(
                        community.code(),
                        point(location, system),
                        properties(PlaceKind.COMMUNITY, community.code(), community.name())));
    }

    private static Stream<Map<String, Object>> site(Site site, Map<UUID, StationView> open, CoordinateSystem system) {
        var location = site.location();
        if (location == null) {
            return Stream.empty();
        }
        var properties = properties(PlaceKind.SITE, site.code(), site.name());
        properties.put("type", site.type());
        var station = open.get(site.id());
        if (station != null) {
            properties.putAll(opening(station.opening()));
        }
        return Stream.of(feature(site.code(), point(location, system), properties));
    }

    private static Map<String, Object> opening(Opening opening) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("state", opening.state().name());
        var until = opening.until();
        if (until != null) {
            properties.put("until", until.toString());
        }
        var next = opening.next();
        if (next != null) {
            properties.put("next", next.toString());
        }
        return properties;
    }

    private static Map<String, Object> point(GeoPoint point, CoordinateSystem system) {
        var shown = system.fromWgs84(point);
        return Map.of("type", "Point", "coordinates", List.of(shown.longitude(), shown.latitude()));
    }

    private static LinkedHashMap<String, Object> properties(PlaceKind kind, String code, Names name) {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("code", code);
        properties.put("kind", kind.name());
        properties.put("nameZh", name.zh());
        properties.put("nameEn", name.en());
        properties.put("community", code.split("-", 2)[0]);
        return properties;
    }

    private static Map<String, Object> feature(
            String id, Map<String, Object> geometry, Map<String, Object> properties) {
        var feature = new LinkedHashMap<String, Object>();
        feature.put("type", "Feature");
        feature.put("id", id);
        feature.put("geometry", new java.util.TreeMap<>(geometry));
        feature.put("properties", properties);
        return feature;
    }
}

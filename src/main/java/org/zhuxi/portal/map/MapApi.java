package org.zhuxi.portal.map;

import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.place.BoundingBox;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.OutlineRefused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import tools.jackson.databind.json.JsonMapper;

/** What a map shows, as GeoJSON for everybody. It answers 304 to whoever has it already. */
@RestController
class MapApi {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final BoundingBox EARTH = new BoundingBox(-180, -90, 180, 90);
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final MapFeatures features;
    private final Places places;
    private final JsonMapper mapper;

    MapApi(MapFeatures features, Places places, JsonMapper mapper) {
        this.features = features;
        this.places = places;
        this.mapper = mapper;
    }

    /**
     * @param place code of a community: everything drawn in it; otherwise communities and sites in the window
     * @param bbox west, south, east, north in WGS-84 degrees; everywhere when missing
     * @param crs wgs84, gcj02 or bd09: how positions of the answer are meant
     */
    @GetMapping("/api/v1/map")
    @Nullable
    ResponseEntity<byte[]> map(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable String bbox,
            @RequestParam(defaultValue = "wgs84") String crs,
            WebRequest request) {
        var system = CoordinateSystem.find(crs).orElseThrow(() -> OutlineRefused.unknownSystem(crs));
        var view = place == null || place.isBlank()
                ? features.in(bbox == null || bbox.isBlank() ? EARTH : BoundingBox.parse(bbox), system)
                : features.of(places.getCommunity(communityOf(place.strip())), system);
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        if (system != CoordinateSystem.WGS84) {
            collection.put("zhuxi:crs", system.name());
        }
        collection.put("zhuxi:whole", view.whole());
        collection.put("features", view.features());
        var body = mapper.writeValueAsBytes(collection);
        // weak, so that the answer may be compressed on its way
        var tag = "W/\"" + sha256(body) + '"';
        if (request.checkNotModified(tag)) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .eTag(tag)
                .cacheControl(CacheControl.maxAge(FRESH).cachePublic())
                .body(body);
    }

    private org.zhuxi.kernel.CommunityId communityOf(String code) {
        return places.findByCode(code)
                .filter(found -> found.kind() == org.zhuxi.place.PlaceKind.COMMUNITY)
                .map(Place::community)
                .orElseThrow(() -> new Refused.NotFound(code));
    }

    private static String sha256(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes), 0, 16);
    }
}

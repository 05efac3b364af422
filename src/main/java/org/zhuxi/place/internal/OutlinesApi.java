package org.zhuxi.place.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.CoordinateSystem;
import org.zhuxi.place.Outline;
import org.zhuxi.place.OutlineRefused;
import org.zhuxi.place.Outlines;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Outlines as GeoJSON; reading is open to everyone. {@code crs} is wgs84, gcj02 or bd09. */
@RestController
@RequestMapping("/api/v1/places/{code}")
class OutlinesApi {

    private static final String GEO_JSON = "application/geo+json";
    private static final int MOST = 1_000;

    private final Outlines outlines;
    private final Places places;
    private final GeoJson json;

    OutlinesApi(Outlines outlines, Places places, GeoJson json) {
        this.outlines = outlines;
        this.places = places;
        this.json = json;
    }

    @GetMapping(path = "/outline", produces = GEO_JSON)
    Map<String, Object> get(@PathVariable String code, @RequestParam(defaultValue = "wgs84") String crs) {
        var outline = outlines.find(code).orElseThrow(() -> new Refused.NotFound(code));
        return json.feature(outline, getPlace(code), system(crs));
    }

    @RequestMapping(
            path = "/outline",
            method = {RequestMethod.PUT, RequestMethod.POST},
            produces = GEO_JSON)
    Map<String, Object> put(
            Actor actor,
            @PathVariable String code,
            @RequestParam(defaultValue = "wgs84") String crs,
            @RequestParam(defaultValue = "") String source,
            @RequestBody String body) {
        var system = system(crs);
        return json.feature(outlines.put(actor, code, body, system, source), getPlace(code), system);
    }

    @DeleteMapping("/outline")
    ResponseEntity<Void> remove(Actor actor, @PathVariable String code) {
        if (!outlines.remove(actor, code)) {
            throw new Refused.NotFound(code);
        }
        return ResponseEntity.status(HttpStatus.NO_CONTENT).build();
    }

    /** The outlines of the communities and sites in a place; {@code next} leads to the following ones. */
    @GetMapping(path = "/outlines", produces = GEO_JSON)
    Map<String, Object> list(
            @PathVariable String code,
            @RequestParam(defaultValue = "wgs84") String crs,
            @RequestParam(defaultValue = "500") int limit,
            @RequestParam(required = false) @Nullable String after) {
        var system = system(crs);
        var found = outlines.list(getPlace(code).path(), Math.clamp(limit, 1, MOST), after);
        var named = places.findByCodes(found.items().stream().map(Outline::code).toList());
        List<Map<String, Object>> features = found.items().stream()
                .filter(outline -> named.containsKey(outline.code()))
                .map(outline ->
                        json.feature(outline, java.util.Objects.requireNonNull(named.get(outline.code())), system))
                .toList();
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("features", features);
        if (found.next() != null) {
            collection.put("next", found.next());
        }
        return collection;
    }

    private Place getPlace(String code) {
        return places.findByCode(code).orElseThrow(() -> new Refused.NotFound(code));
    }

    static CoordinateSystem system(String name) {
        return CoordinateSystem.find(name).orElseThrow(() -> OutlineRefused.unknownSystem(name));
    }
}

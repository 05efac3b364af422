package org.zhuxi.request.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceRequest;
import org.zhuxi.request.ServiceTypes;

/**
 * Requests on a map, as GeoJSON: what they are about, how far they are, and where to read on. Never words, and only those that were
 * reported with a position; the list has them all.
 */
@RestController
class RequestMap {

    static final String PUBLIC = "/api/v1/requests/map";
    static final String INSIDE = InboxPages.PATH + ".geojson";

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final int PAGE = 500;
    private static final int LOOKED_AT = 5_000;

    private final Requests requests;
    private final RequestDesk desk;
    private final ServiceTypes services;
    private final WorkPlaces work;
    private final Messages messages;
    private final RequestGate gate;

    RequestMap(
            Requests requests,
            RequestDesk desk,
            ServiceTypes services,
            WorkPlaces work,
            Messages messages,
            RequestGate gate) {
        this.requests = requests;
        this.desk = desk;
        this.services = services;
        this.work = work;
        this.messages = messages;
        this.gate = gate;
    }

    record Point(String type, List<Double> coordinates) {}

    record Feature(String type, UUID id, Point geometry, Map<String, Object> properties) {}

    /** For everybody; the same filters as the list. */
    @GetMapping(PUBLIC)
    ResponseEntity<Map<String, Object>> everybody(
            @RequestParam(required = false) @Nullable String place, @RequestParam Map<String, String> query) {
        var at = work.open(place).path();
        var filter = RequestQuery.read(query, null);
        return answer(after -> requests.list(at, filter, PAGE, after), PublicRequestPages.PATH);
    }

    /** For whoever works on them; each opens at the desk. */
    @GetMapping(INSIDE)
    ResponseEntity<Map<String, Object>> staff(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam Map<String, String> query) {
        var at = work.of(actor, RequestPermissions.HANDLE, place).path();
        var filter = RequestQuery.read(query, actor.accountId());
        return answer(after -> desk.list(actor, at, filter, PAGE, after), InboxPages.PATH);
    }

    private ResponseEntity<Map<String, Object>> answer(
            Function<@Nullable UUID, Slice<ServiceRequest>> list, String pages) {
        var today = gate.today();
        var features = new ArrayList<Feature>();
        var looked = 0;
        var page = list.apply(null);
        while (true) {
            for (var it : page.items()) {
                add(features, it, pages, today);
            }
            looked += page.items().size();
            var next = page.next();
            if (next == null || looked >= LOOKED_AT) {
                break;
            }
            page = list.apply(UUID.fromString(next));
        }
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("zhuxi:whole", page.next() == null);
        collection.put("features", features);
        return ResponseEntity.ok().contentType(GEO_JSON).body(collection);
    }

    private void add(List<Feature> features, ServiceRequest it, String pages, LocalDate today) {
        var location = it.location();
        if (location == null) {
            return;
        }
        var names = services.get(it.service()).names();
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kind", "SPOT");
        properties.put("nameZh", names.zh());
        properties.put("nameEn", names.en());
        properties.put(
                "saysZh",
                says(it, today, Locale.SIMPLIFIED_CHINESE, it.state().names().zh()));
        properties.put(
                "saysEn", says(it, today, Locale.ENGLISH, it.state().names().en()));
        properties.put("service", it.service());
        properties.put("stage", it.state().name());
        properties.put("late", it.isLate(today));
        properties.put("origin", it.origin().name());
        properties.put("link", pages + "/" + it.id());
        var point = new Point("Point", List.of(location.longitude(), location.latitude()));
        features.add(new Feature("Feature", it.id(), point, properties));
    }

    private String says(ServiceRequest it, LocalDate today, Locale locale, String state) {
        return messages.get(
                locale,
                it.isLate(today) ? "request.map.says-late" : "request.map.says",
                state,
                it.receivedOn().toString());
    }
}

package org.zhuxi.project.internal.asset;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.project.asset.Asset;
import org.zhuxi.project.asset.Assets;
import org.zhuxi.project.internal.SpotMap;
import org.zhuxi.project.internal.SpotMap.Spot;

/** Inventories on a map: what is listed with a position. */
@RestController
class AssetMap {

    static final String PATH = "/api/v1/inventories/map";

    private final Assets assets;
    private final WorkPlaces work;
    private final Messages messages;

    AssetMap(Assets assets, WorkPlaces work, Messages messages) {
        this.assets = assets;
        this.work = work;
        this.messages = messages;
    }

    /** For everybody; the same filters as the list. */
    @GetMapping(PATH)
    ResponseEntity<Map<String, Object>> map(
            @RequestParam(required = false) @Nullable String place, @RequestParam Map<String, String> query) {
        var at = work.open(place).path();
        var filter = AssetQuery.read(query);
        var spots = new ArrayList<Spot>();
        var looked = 0;
        var page = assets.list(at, filter, SpotMap.PAGE, null);
        while (true) {
            for (var it : page.items()) {
                var location = it.location();
                if (location != null) {
                    spots.add(spot(it, location));
                }
            }
            looked += page.items().size();
            var next = page.next();
            if (next == null || looked >= SpotMap.LOOKED_AT) {
                break;
            }
            page = assets.list(at, filter, SpotMap.PAGE, next);
        }
        return SpotMap.answer(spots, page.next() == null);
    }

    private Spot spot(Asset it, GeoPoint location) {
        return new Spot(
                it.id(),
                location,
                it.name(),
                new Names(says(it, Locale.SIMPLIFIED_CHINESE), says(it, Locale.ENGLISH)),
                it.origin(),
                "/inventories/" + it.id(),
                Map.of(
                        "inventory",
                        it.kind().inventory().name(),
                        "type",
                        it.kind().name()));
    }

    private String says(Asset it, Locale locale) {
        var condition = it.condition();
        return messages.get(
                locale,
                "asset.map.says",
                it.kind().names(),
                condition == null ? messages.get(locale, "asset.not-inspected") : condition.names(),
                it.dueOn().toString());
    }
}

package org.zhuxi.compost.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.carbon.StatementSum;
import org.zhuxi.compost.CompostClimate;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.PublishedMonth;
import org.zhuxi.compost.Scene;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Messages;

/**
 * Compost sites on a map, as GeoJSON: category, what they treated and made in the published months of a year, and what their
 * published climate statements say, with interval.
 */
@RestController("compostMapApi")
class MapApi {

    private static final MediaType GEO_JSON = MediaType.parseMediaType("application/geo+json");
    private static final int PAGE = 1000;
    private static final int MOST = 5000;

    private final CompostSites sites;
    private final CompostMonths months;
    private final CompostClimate climate;
    private final Messages messages;
    private final Clock clock;

    MapApi(CompostSites sites, CompostMonths months, CompostClimate climate, Messages messages, Clock clock) {
        this.sites = sites;
        this.months = months;
        this.climate = climate;
        this.messages = messages;
        this.clock = clock;
    }

    record Point(String type, List<Double> coordinates) {}

    record Feature(String type, UUID id, Point geometry, Map<String, Object> properties) {}

    @GetMapping("/api/v1/compost/map")
    ResponseEntity<Map<String, Object>> map(
            @RequestParam(defaultValue = "") String scene, @RequestParam(defaultValue = "") String q) {
        var found = located(Typed.find(Scene.class, scene).orElse(null), q.replace("\0", ""));
        var sums = sums(found);
        var stated = climate.latest(found);
        var collection = new LinkedHashMap<String, Object>();
        collection.put("type", "FeatureCollection");
        collection.put("zhuxi:whole", true);
        collection.put(
                "features",
                found.stream()
                        .map(it -> feature(
                                it,
                                sums.getOrDefault(it.ref().id(), CompostPublicPages.Sum.NONE),
                                stated.get(it.ref().id())))
                        .toList());
        return ResponseEntity.ok()
                .contentType(GEO_JSON)
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic())
                .body(collection);
    }

    private List<CompostSite> located(@Nullable Scene scene, String words) {
        var located = new ArrayList<CompostSite>();
        var slice = sites.list(PlacePath.NATION, scene, words, PAGE, null);
        while (true) {
            slice.items().stream().filter(it -> it.location() != null).forEach(located::add);
            if (slice.next() == null || located.size() >= MOST) {
                return located;
            }
            slice = sites.list(PlacePath.NATION, scene, words, PAGE, slice.next());
        }
    }

    private Map<UUID, CompostPublicPages.Sum> sums(List<CompostSite> of) {
        var now = YearMonth.now(clock.withZone(EntryChecks.ZONE));
        return months.published(of, now.minusMonths(12), now).stream()
                .collect(Collectors.groupingBy(
                        it -> it.site().id(),
                        Collectors.reducing(CompostPublicPages.Sum.NONE, MapApi::sum, CompostPublicPages.Sum::and)));
    }

    private static CompostPublicPages.Sum sum(PublishedMonth month) {
        return CompostPublicPages.Sum.NONE.plus(month);
    }

    private Feature feature(CompostSite site, CompostPublicPages.Sum sum, @Nullable StatementSum stated) {
        var at = Objects.requireNonNull(site.location());
        var properties = new LinkedHashMap<String, Object>();
        properties.put("kind", "SPOT");
        properties.put("nameZh", site.name().zh());
        properties.put("nameEn", site.name().en());
        properties.put("scene", site.scene().name());
        properties.put("saysZh", says(site, sum, stated, Locale.SIMPLIFIED_CHINESE));
        properties.put("saysEn", says(site, sum, stated, Locale.ENGLISH));
        properties.put("treatedKg", sum.treatedKg());
        properties.put("madeKg", sum.madeKg());
        properties.put("months", sum.months());
        if (stated != null) {
            properties.put("carbonYear", stated.period());
            properties.put("netKgCo2e", stated.net().kg());
            properties.put("lowKgCo2e", stated.net().lowKg());
            properties.put("highKgCo2e", stated.net().highKg());
        }
        properties.put("origin", site.origin().name());
        properties.put("link", "/compost/sites/" + site.ref().id());
        return new Feature(
                "Feature", site.ref().id(), new Point("Point", List.of(at.longitude(), at.latitude())), properties);
    }

    private String says(CompostSite site, CompostPublicPages.Sum sum, @Nullable StatementSum stated, Locale locale) {
        var scene = messages.get(locale, site.scene().label());
        var masses = sum.months() == 0
                ? messages.get(locale, "compost.map.nothing", scene)
                : messages.get(locale, "compost.map.says", scene, sum.treatedKg(), sum.madeKg());
        return stated == null
                ? masses
                : masses
                        + messages.get(
                                locale,
                                "compost.map.carbon",
                                stated.period(),
                                stated.net().kg(),
                                stated.net().lowKg(),
                                stated.net().highKg());
    }
}

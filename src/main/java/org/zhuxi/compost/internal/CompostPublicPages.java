package org.zhuxi.compost.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhuxi.compost.CompostBatches;
import org.zhuxi.compost.CompostClimate;
import org.zhuxi.compost.CompostLog;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostProgrammes;
import org.zhuxi.compost.CompostSite;
import org.zhuxi.compost.CompostSites;
import org.zhuxi.compost.MonthState;
import org.zhuxi.compost.PublishedMonth;
import org.zhuxi.compost.Scene;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.platform.web.QrCode;

/** What everybody sees: sites, published months down to a bucket, and the labels of batches. */
@Controller
public class CompostPublicPages {

    private static final int PAGE = 60;
    private static final int ENTRIES = 50;
    private static final int FILE_PAGE = 500;
    private static final int MONTHS = 60;

    private final CompostSites sites;
    private final CompostMonths months;
    private final CompostLog log;
    private final CompostBatches batches;
    private final CompostProgrammes programmes;
    private final CompostClimate climate;
    private final Tables tables;
    private final MapSettings tiles;
    private final Clock clock;

    CompostPublicPages(
            CompostSites sites,
            CompostMonths months,
            CompostLog log,
            CompostBatches batches,
            CompostProgrammes programmes,
            CompostClimate climate,
            Tables tables,
            MapSettings tiles,
            Clock clock) {
        this.sites = sites;
        this.months = months;
        this.log = log;
        this.batches = batches;
        this.programmes = programmes;
        this.climate = climate;
        this.tables = tables;
        this.tiles = tiles;
        this.clock = clock;
    }

    /** What a site published in twelve months, in kg. */
    public record Sum(BigDecimal treatedKg, BigDecimal madeKg, int months) {

        static final Sum NONE = new Sum(BigDecimal.ZERO, BigDecimal.ZERO, 0);

        Sum and(Sum other) {
            return new Sum(treatedKg.add(other.treatedKg), madeKg.add(other.madeKg), months + other.months);
        }

        Sum plus(PublishedMonth month) {
            return new Sum(treatedKg.add(month.treatedKg()), madeKg.add(month.madeKg()), months + 1);
        }
    }

    @GetMapping("/compost")
    ModelAndView list(
            @RequestParam(defaultValue = "") String scene,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable String after) {
        var chosen = Typed.find(Scene.class, scene).orElse(null);
        var found = sites.list(PlacePath.NATION, chosen, q, PAGE, after);
        var next = found.next();
        return new ModelAndView("compost/sites")
                .addObject("sites", found)
                .addObject("sums", sums(found.items()))
                .addObject("climate", climate.latest(found.items()))
                .addObject("scene", scene)
                .addObject("q", q)
                .addObject("programmes", programmes.list())
                .addObject("tiles", tiles)
                .addObject("next", next == null ? "" : Links.to("/compost", "scene", scene, "q", q, "after", next));
    }

    private Map<java.util.UUID, Sum> sums(List<CompostSite> of) {
        var now = YearMonth.now(clock.withZone(EntryChecks.ZONE));
        return months.published(of, now.minusMonths(12), now).stream()
                .collect(Collectors.toMap(it -> it.site().id(), Sum.NONE::plus, Sum::and));
    }

    @GetMapping("/compost/sites.csv")
    void file(@RequestParam(defaultValue = "") String scene, HttpServletResponse response) throws IOException {
        var chosen = Typed.find(Scene.class, scene).orElse(null);
        var slice = sites.list(PlacePath.NATION, chosen, "", FILE_PAGE, null);
        try (var csv = CsvTable.download(
                response,
                "compost-sites",
                "id",
                "place",
                "name_zh",
                "name_en",
                "scene",
                "operator",
                "programme",
                "started_on",
                "published_months",
                "treated_kg",
                "made_kg",
                "carbon_year",
                "carbon_statements",
                "net_kg_co2e",
                "low_kg_co2e",
                "high_kg_co2e",
                "propagated_kg_co2e",
                "origin")) {
            while (true) {
                var sums = sums(slice.items());
                var carbon = climate.latest(slice.items());
                for (var site : slice.items()) {
                    var sum = sums.getOrDefault(site.ref().id(), Sum.NONE);
                    var stated = carbon.get(site.ref().id());
                    csv.row(
                            site.ref().id(),
                            site.place(),
                            site.name().zh(),
                            site.name().en(),
                            site.scene(),
                            site.operator(),
                            site.programme(),
                            site.startedOn(),
                            sum.months(),
                            sum.treatedKg(),
                            sum.madeKg(),
                            stated == null ? null : stated.period(),
                            stated == null ? null : stated.parts().size(),
                            stated == null ? null : stated.net().kg(),
                            stated == null ? null : stated.net().lowKg(),
                            stated == null ? null : stated.net().highKg(),
                            stated == null ? null : stated.net().halfWidthKg(),
                            site.origin());
                }
                if (slice.next() == null) {
                    return;
                }
                slice = sites.list(PlacePath.NATION, chosen, "", FILE_PAGE, slice.next());
            }
        }
    }

    @GetMapping("/compost/sites/{id}")
    ModelAndView site(Actor actor, @PathVariable String id) {
        var site = sites.get(Ids.read(id));
        var now = YearMonth.now(clock.withZone(EntryChecks.ZONE));
        var published = months.published(List.of(site), now.minusMonths(MONTHS), now);
        return new ModelAndView("compost/site")
                .addObject("site", site)
                .addObject("units", sites.units(site.ref()))
                .addObject("months", published)
                .addObject(
                        "climate", climate.latest(List.of(site)).get(site.ref().id()))
                .addObject("sum", published.stream().reduce(Sum.NONE, Sum::plus, (one, other) -> one));
    }

    @GetMapping("/compost/sites/{id}/months/{month}")
    ModelAndView month(
            Actor actor, @PathVariable String id, @PathVariable String month, @RequestParam @Nullable String after) {
        var site = sites.get(Ids.read(id));
        var at = LogApi.month(month);
        var published = months.published(List.of(site), at, at).stream()
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(month));
        return new ModelAndView("compost/month")
                .addObject("site", site)
                .addObject("month", published)
                .addObject("tables", tables)
                .addObject("entries", log.list(actor, site, null, null, at, ENTRIES, after));
    }

    @GetMapping("/compost/entries/{id}")
    ModelAndView entry(Actor actor, @PathVariable String id) {
        var entry = log.get(actor, Ids.read(id));
        var site = sites.get(entry.site().id());
        var at = YearMonth.from(entry.day());
        var state = months.published(List.of(site), at, at).isEmpty() ? MonthState.OPEN : MonthState.PUBLISHED;
        return new ModelAndView("compost/entry")
                .addObject("entry", entry)
                .addObject("site", site)
                .addObject("month", at.toString())
                .addObject("state", state)
                .addObject("tables", tables);
    }

    @GetMapping("/compost/batches/{id}")
    ModelAndView batch(@PathVariable String id) {
        var view = batches.view(Ids.read(id));
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/compost/batches/" + view.batch().id())
                .toUriString();
        return new ModelAndView("compost/batch").addObject("view", view).addObject("qr", QrCode.of(address));
    }
}

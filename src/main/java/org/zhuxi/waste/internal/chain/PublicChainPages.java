package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.YearMonth;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.manifest.FigureSource;
import org.zhuxi.platform.web.ChartFile;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.ChainCharts;
import org.zhuxi.waste.chain.Facilities;
import org.zhuxi.waste.chain.Hotspots;

/** For every neighbour: how much waste there was and where it went. */
@Controller
class PublicChainPages {

    private static final int HITS = 10;

    private final Balances balances;
    private final Hotspots hotspots;
    private final Facilities facilities;
    private final ChainFigures figures;
    private final Places places;
    private final WorkPlaces work;
    private final ChainCharts charts;
    private final Clock clock;

    PublicChainPages(
            Balances balances,
            Hotspots hotspots,
            Facilities facilities,
            ChainFigures figures,
            Places places,
            WorkPlaces work,
            ChainCharts charts,
            Clock clock) {
        this.balances = balances;
        this.hotspots = hotspots;
        this.facilities = facilities;
        this.figures = figures;
        this.places = places;
        this.work = work;
        this.charts = charts;
        this.clock = clock;
    }

    @GetMapping("/waste")
    ModelAndView search(@RequestParam(defaultValue = "") String q) {
        var page = new ModelAndView("waste/chain/find");
        page.addObject("q", q);
        page.addObject(
                "hits",
                q.isBlank()
                        ? List.<Place>of()
                        : places.search(q.strip(), HITS, null).items().stream()
                                .filter(it -> it.kind() == PlaceKind.COMMUNITY)
                                .toList());
        return page;
    }

    @GetMapping("/waste/{community}")
    ModelAndView one(@PathVariable String community, @RequestParam @Nullable String month) {
        var place = work.named(community);
        if (place.kind() != PlaceKind.COMMUNITY) {
            throw new Refused.NotFound(community);
        }
        var asked = month == null
                ? YearMonth.now(clock.withZone(java.time.ZoneId.of("Asia/Shanghai")))
                : BalancePages.month(month, clock);
        var period = new Period(asked.atDay(1), asked.plusMonths(1).atDay(1));
        var shown = new LinkedHashMap<FigureSource, FigureSource.Value>();
        figures.all().forEach(it -> shown.put(it, it.value(place.path(), period)));
        var page = new ModelAndView("waste/chain/public");
        page.addObject("place", place);
        page.addObject("month", asked);
        page.addObject("period", period);
        page.addObject("figures", shown);
        page.addObject("balance", balances.published(place.path(), asked));
        page.addObject("destinations", balances.destinations(place.path(), period));
        page.addObject("names", facilities.byCode());
        page.addObject("charts", charts.ofCommunity(community(place)));
        page.addObject("hotspots", hotspots.published(place.path(), asked));
        return page;
    }

    @GetMapping("/waste/{code}/charts/{chart}.csv")
    void download(@PathVariable String code, @PathVariable String chart, HttpServletResponse response)
            throws IOException {
        var found = charts.ofCommunity(community(work.named(code))).stream()
                .filter(it -> it.code().equals(chart))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(chart));
        ChartFile.download(response, chart + "-" + code, found);
    }

    private Community community(Place place) {
        var community = place.community();
        if (place.kind() != PlaceKind.COMMUNITY || community == null) {
            throw new Refused.NotFound(place.code());
        }
        return places.getCommunity(community);
    }
}

package org.zhuxi.waste.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartFile;
import org.zhuxi.waste.SortingCharts;
import org.zhuxi.waste.Stations;

/** A station as everybody may see it, and what charts draw as files. */
@Controller
class ChartPages {

    private final SortingCharts charts;
    private final Stations stations;
    private final Places places;
    private final WorkPlaces work;

    ChartPages(SortingCharts charts, Stations stations, Places places, WorkPlaces work) {
        this.charts = charts;
        this.stations = stations;
        this.places = places;
        this.work = work;
    }

    @GetMapping("/stations/{site}")
    ModelAndView station(@PathVariable UUID site) {
        var station = stations.get(site);
        var page = new ModelAndView("waste/public-station");
        page.addObject("view", station);
        page.addObject("community", places.getCommunity(station.station().site().community()));
        page.addObject("chart", charts.ofStation(station));
        return page;
    }

    @GetMapping("/stations/{site}/charts/accuracy.csv")
    void station(@PathVariable UUID site, HttpServletResponse response) throws IOException {
        var station = stations.get(site);
        ChartFile.download(response, "accuracy-" + station.station().site().code(), charts.ofStation(station));
    }

    @GetMapping("/communities/{code}/charts/{chart}.csv")
    void community(@PathVariable String code, @PathVariable String chart, HttpServletResponse response)
            throws IOException {
        ChartFile.download(response, chart + "-" + code, find(code, chart));
    }

    @GetMapping("/api/v1/communities/{code}/charts/{chart}")
    @ResponseBody
    ChartFile community(@PathVariable String code, @PathVariable String chart) {
        return ChartFile.of(find(code, chart));
    }

    @GetMapping("/work/accuracy-months.csv")
    void accuracy(Actor actor, @RequestParam String place, HttpServletResponse response) throws IOException {
        var at = work.named(place);
        ChartFile.download(response, "accuracy-months-" + at.code(), charts.accuracy(actor, at.path(), at.code()));
    }

    private Chart find(String code, String chart) {
        return charts.ofCommunity(community(code)).stream()
                .filter(it -> it.code().equals(chart))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(chart));
    }

    private Community community(String code) {
        return places.findByCode(code)
                .map(Place::community)
                .map(places::getCommunity)
                .filter(found -> found.code().equals(code))
                .orElseThrow(() -> new Refused.NotFound(code));
    }
}

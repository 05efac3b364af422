package org.zhuxi.request.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestWatch;
import org.zhuxi.request.ServiceTypes;
import org.zhuxi.request.WatchedPlace;

/** What the street and the authorities above it watch. */
@Controller
class WatchPages {

    static final String PATH = "/office/requests";
    private static final int PAGE = 40;
    private static final int CSV_PAGE = 1_000;

    private final RequestWatch watch;
    private final ServiceTypes services;
    private final WorkPlaces work;
    private final Placing placing;
    private final RequestGate gate;

    WatchPages(RequestWatch watch, ServiceTypes services, WorkPlaces work, Placing placing, RequestGate gate) {
        this.watch = watch;
        this.services = services;
        this.work = work;
        this.placing = placing;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String after) {
        var at = work.of(actor, RequestPermissions.WATCH, place);
        var found = watch.list(actor, at.path(), PAGE, after);
        var next = found.next();
        var places = watch.places(actor, at.path());
        return new ModelAndView("request/watch")
                .addObject("place", at)
                .addObject("places", places)
                .addObject("names", names(places))
                .addObject("found", found)
                .addObject("labels", PublicRequestPages.labels(placing, found))
                .addObject("services", services)
                .addObject("today", gate.today())
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code()))
                .addObject("next", next == null ? "" : Links.to(PATH, "place", at.code(), "after", next));
    }

    private Map<String, Names> names(List<WatchedPlace> places) {
        return places.stream().map(WatchedPlace::place).collect(Collectors.toMap(Function.identity(), placing::label));
    }

    @GetMapping(PATH + ".csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, RequestPermissions.WATCH, place);
        var page = watch.list(actor, at.path(), CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "watched-" + at.code(), RequestRows.HEADS)) {
            while (true) {
                for (var it : page.items()) {
                    csv.row(RequestRows.cells(it, gate.today()));
                }
                var next = page.next();
                if (next == null) {
                    return;
                }
                page = watch.list(actor, at.path(), CSV_PAGE, next);
            }
        }
    }
}

package org.zhuxi.request.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceTypes;

/** The inbox of whoever works on requests. */
@Controller
class InboxPages {

    static final String PATH = "/work/requests";
    private static final int PAGE = 40;
    private static final int CSV_PAGE = 1_000;

    private final RequestDesk desk;
    private final Requests requests;
    private final ServiceTypes services;
    private final WorkPlaces work;
    private final Placing placing;
    private final RequestGate gate;
    private final MapSettings tiles;

    InboxPages(
            RequestDesk desk,
            Requests requests,
            ServiceTypes services,
            WorkPlaces work,
            Placing placing,
            RequestGate gate,
            MapSettings tiles) {
        this.desk = desk;
        this.requests = requests;
        this.services = services;
        this.work = work;
        this.placing = placing;
        this.gate = gate;
        this.tiles = tiles;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, RequestPermissions.HANDLE, place);
        var filter = RequestQuery.read(query, actor.accountId());
        var found = desk.list(actor, at.path(), filter, PAGE, after);
        var next = found.next();
        return new ModelAndView("request/work")
                .addObject("place", at)
                .addObject("filter", filter)
                .addObject("found", found)
                .addObject("labels", PublicRequestPages.labels(placing, found))
                .addObject("services", services)
                .addObject("year", gate.today().getYear())
                .addObject("rates", requests.rates(at.path(), gate.today().getYear()))
                .addObject("today", gate.today())
                .addObject("tiles", tiles)
                .addObject("map", RequestQuery.link(RequestMap.INSIDE, at.code(), filter, null))
                .addObject("csv", RequestQuery.link(PATH + ".csv", at.code(), filter, null))
                .addObject("next", next == null ? "" : RequestQuery.link(PATH, at.code(), filter, next));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, RequestPermissions.HANDLE, place);
        var filter = RequestQuery.read(query, actor.accountId());
        var page = desk.list(actor, at.path(), filter, CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "requests-" + at.code(), RequestRows.INSIDE)) {
            while (true) {
                for (var it : page.items()) {
                    csv.row(RequestRows.inside(it, gate.today()));
                }
                var next = page.next();
                if (next == null) {
                    return;
                }
                page = desk.list(actor, at.path(), filter, CSV_PAGE, UUID.fromString(next));
            }
        }
    }
}

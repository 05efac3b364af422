package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.WastePermissions;
import org.zhuxi.waste.chain.Hotspot;
import org.zhuxi.waste.chain.Hotspots;

/** Where waste is mixed, at a desk. */
@Controller
class HotspotPages {

    private static final String[] COLUMNS = {
        "month", "code", "name", "name_en", "mixed", "looks", "percent", "low_percent", "high_percent", "stands_out"
    };

    private final Hotspots hotspots;
    private final WorkPlaces work;
    private final Clock clock;

    HotspotPages(Hotspots hotspots, WorkPlaces work, Clock clock) {
        this.hotspots = hotspots;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping("/work/hotspots")
    ModelAndView read(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String month) {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var asked = BalancePages.month(month, clock);
        var page = new ModelAndView("waste/chain/hotspots");
        page.addObject("place", at);
        page.addObject("month", asked);
        page.addObject("report", hotspots.read(actor, at.path(), asked));
        page.addObject("visits", isDrill(actor, at) ? hotspots.suggestedVisits(actor, at.path(), asked) : List.of());
        page.addObject("mayDrill", actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, at.path()));
        return page;
    }

    @GetMapping("/work/hotspots.csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String month,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, WastePermissions.READ_ACCURACY, place);
        var asked = BalancePages.month(month, clock);
        List<Hotspot> spots = isDrill(actor, at)
                ? hotspots.suggestedVisits(actor, at.path(), asked)
                : hotspots.read(actor, at.path(), asked).ranked();
        try (var csv = CsvTable.download(response, "hotspots-" + at.code() + "-" + asked, COLUMNS)) {
            for (var it : spots) {
                csv.row(
                        asked,
                        it.line().code(),
                        it.line().name().zh(),
                        it.line().name().en(),
                        it.mixed(),
                        it.looks(),
                        it.percent(),
                        it.lowPercent(),
                        it.highPercent(),
                        it.stands());
            }
        }
    }

    private static boolean isDrill(Actor actor, Place at) {
        return at.kind() == PlaceKind.BUILDING && actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, at.path());
    }
}

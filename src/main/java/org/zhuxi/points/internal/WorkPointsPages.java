package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.Points;
import org.zhuxi.points.PointsPermissions;

/** What the ledger adds up to, for those who answer for it. */
@Controller
class WorkPointsPages {

    private static final int MONTHS = 24;

    private final Points points;
    private final WorkPlaces work;

    WorkPointsPages(Points points, WorkPlaces work) {
        this.points = points;
        this.work = work;
    }

    @GetMapping("/work/points")
    String overview(Actor actor, @RequestParam @Nullable String place, Model model) {
        var at = work.of(actor, PointsPermissions.OVERVIEW, place);
        model.addAttribute("place", at);
        model.addAttribute("choices", work.choices(actor, PointsPermissions.OVERVIEW));
        model.addAttribute("months", points.months(actor, at.path(), MONTHS));
        model.addAttribute("balance", points.trialBalance(false));
        return "points/overview";
    }

    @GetMapping("/work/points.csv")
    void csv(Actor actor, @RequestParam @Nullable String place, HttpServletResponse response) throws IOException {
        var at = work.of(actor, PointsPermissions.OVERVIEW, place);
        var months = points.months(actor, at.path(), Integer.MAX_VALUE);
        try (var csv = CsvTable.download(
                response, "points-months", "month", "issued", "reversed", "redeemed", "expired", "adjusted")) {
            for (var month : months) {
                csv.row(
                        month.month(),
                        month.issued(),
                        month.reversed(),
                        month.redeemed(),
                        month.expired(),
                        month.adjusted());
            }
        }
    }
}

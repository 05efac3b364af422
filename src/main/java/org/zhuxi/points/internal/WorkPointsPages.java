package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.Points;
import org.zhuxi.points.PointsPermissions;

/** What the ledger adds up to, for those who answer for it. */
@Controller
class WorkPointsPages {

    private static final int MONTHS = 24;

    private final Points points;

    WorkPointsPages(Points points) {
        this.points = points;
    }

    @GetMapping("/work/points")
    String overview(Actor actor, Model model) {
        var place = WidestPlace.of(actor, PointsPermissions.OVERVIEW);
        model.addAttribute("months", points.months(actor, place, MONTHS));
        model.addAttribute("balance", points.trialBalance(false));
        return "points/overview";
    }

    @GetMapping("/work/points.csv")
    void csv(Actor actor, HttpServletResponse response) throws IOException {
        var months = points.months(actor, WidestPlace.of(actor, PointsPermissions.OVERVIEW), Integer.MAX_VALUE);
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

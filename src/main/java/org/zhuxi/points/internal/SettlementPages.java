package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.Settlements;
import org.zhuxi.points.ShopRate;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;

/** What shops are owed: statement, rates, corrections, closing, for a screen, for paper and as CSV. */
@Controller
public class SettlementPages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Settlements settlements;
    private final Shops shops;
    private final Clock clock;

    SettlementPages(Settlements settlements, Shops shops, Clock clock) {
        this.settlements = settlements;
        this.shops = shops;
        this.clock = clock;
    }

    @GetMapping("/work/settlements")
    String list(Actor actor, Model model) {
        if (!actor.mayAnywhere(PointsPermissions.READ_SETTLEMENTS)) {
            throw new Refused.Forbidden(PointsPermissions.READ_SETTLEMENTS.code());
        }
        model.addAttribute("shops", shops.listFor(actor, PointsPermissions.READ_SETTLEMENTS));
        return "points/settlements";
    }

    @GetMapping("/work/settlements/{shop}")
    String statement(Actor actor, @PathVariable UUID shop, @RequestParam @Nullable String month, Model model) {
        return page(actor, shop, month(month), null, model);
    }

    /** What stood in the form for the worth of a point. */
    public record RateForm(String validFrom, String fenPerPoint) {
        static final RateForm EMPTY = new RateForm("", "");
    }

    /** What stood in the form for a correction. */
    public record CorrectionForm(String amountFen, String note) {
        static final CorrectionForm EMPTY = new CorrectionForm("", "");
    }

    @GetMapping("/work/settlements/{shop}/{month}.csv")
    void csv(Actor actor, @PathVariable UUID shop, @PathVariable String month, HttpServletResponse response)
            throws IOException {
        var statement = settlements.get(actor, shop, month(month));
        try (var csv = CsvTable.download(
                response,
                "settlement-" + statement.month(),
                "month",
                "closed",
                "kind",
                "name",
                "pieces",
                "points",
                "fen_per_point",
                "amount_fen",
                "note")) {
            for (var line : statement.lines()) {
                csv.row(
                        statement.month(),
                        statement.isClosed(),
                        line.kind(),
                        line.name().zh(),
                        line.pieces(),
                        line.points(),
                        line.fenPerPoint(),
                        line.amountFen(),
                        line.note());
            }
        }
    }

    @PostMapping("/work/settlements/{shop}/closing")
    String close(
            Actor actor,
            @PathVariable UUID shop,
            @RequestParam String month,
            Model model,
            HttpServletResponse response) {
        return change(actor, shop, month, model, response, () -> settlements.close(actor, shop, month(month)));
    }

    @PostMapping("/work/settlements/{shop}/rates")
    String rate(
            Actor actor,
            @PathVariable UUID shop,
            @RequestParam String month,
            @RequestParam(defaultValue = "") String validFrom,
            @RequestParam(defaultValue = "") String fenPerPoint,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("rate", new RateForm(validFrom, fenPerPoint));
        return change(actor, shop, month, model, response, () -> {
            var day = Forms.day("validFrom", validFrom);
            settlements.setRate(actor, shop, new ShopRate(day, Forms.number("fenPerPoint", fenPerPoint)));
        });
    }

    @PostMapping("/work/settlements/{shop}/corrections")
    String correct(
            Actor actor,
            @PathVariable UUID shop,
            @RequestParam String month,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "") String amountFen,
            @RequestParam(defaultValue = "") String note,
            Model model,
            HttpServletResponse response) {
        model.addAttribute("correction", new CorrectionForm(amountFen, note));
        return change(actor, shop, month, model, response, () -> {
            var fen = Forms.number("amountFen", amountFen);
            settlements.correct(actor, shop, Forms.id(id), month(month), fen, note);
        });
    }

    private String change(
            Actor actor, UUID shop, String month, Model model, HttpServletResponse response, Runnable step) {
        var shown = month(month);
        try {
            step.run();
            return "redirect:/work/settlements/" + shop + "?month=" + shown;
        } catch (ShopRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, shop, shown, refused.problem(), model);
        }
    }

    private String page(Actor actor, UUID id, YearMonth month, @Nullable Problem problem, Model model) {
        var shop = shops.get(id);
        model.addAttribute("shop", shop);
        model.addAttribute("statement", settlements.get(actor, id, month));
        model.addAttribute("closed", settlements.closedMonths(actor, id));
        model.addAttribute("rates", settlements.rates(actor, id));
        model.addAttribute("thisMonth", YearMonth.now(clock.withZone(ZONE)));
        model.addAttribute(
                "maySettle", actor.may(PointsPermissions.SETTLE, shop.site().path()));
        Forms.blank(model, "rate", RateForm.EMPTY);
        Forms.blank(model, "correction", CorrectionForm.EMPTY);
        model.addAttribute("problem", problem);
        model.addAttribute("newId", Ids.next());
        return "points/settlement";
    }

    /** The month named, or the last that is over. */
    private YearMonth month(@Nullable String typed) {
        if (typed == null || typed.isBlank()) {
            return YearMonth.now(clock.withZone(ZONE)).minusMonths(1);
        }
        return parse(typed);
    }

    static YearMonth parse(String typed) {
        try {
            var month = YearMonth.parse(typed.strip());
            if (month.getYear() < 2000 || month.getYear() > 2999) {
                throw new Refused.NotFound(typed);
            }
            return month;
        } catch (DateTimeException e) {
            throw new Refused.NotFound(typed);
        }
    }
}

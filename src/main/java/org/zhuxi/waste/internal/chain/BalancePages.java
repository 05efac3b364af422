package org.zhuxi.waste.internal.chain;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.chain.Balances;
import org.zhuxi.waste.chain.ChainCharts;
import org.zhuxi.waste.chain.ChainPermissions;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.ChainRules;
import org.zhuxi.waste.chain.Leg;
import org.zhuxi.waste.internal.FormProblem;

/** The balance of a community's month at a desk. */
@Controller
public class BalancePages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String[] COLUMNS = {
        "month",
        "class",
        "leg",
        "in_kg",
        "in_provisional_kg",
        "in_estimated_kg",
        "out_kg",
        "out_provisional_kg",
        "out_estimated_kg",
        "difference_kg",
        "difference_percent",
        "explained_kg",
        "unexplained_kg",
        "balanced"
    };

    private final Balances balances;
    private final ChainRules rules;
    private final Places places;
    private final WorkPlaces work;
    private final ChainCharts charts;
    private final Clock clock;

    BalancePages(Balances balances, ChainRules rules, Places places, WorkPlaces work, ChainCharts charts, Clock clock) {
        this.balances = balances;
        this.rules = rules;
        this.places = places;
        this.work = work;
        this.charts = charts;
        this.clock = clock;
    }

    /** What was typed to explain a difference. */
    public record Typed(
            @Nullable UUID id,
            @Nullable String wasteClass,
            @Nullable String reason,
            @Nullable String kg,
            @Nullable String note) {

        static Typed fresh() {
            return new Typed(Ids.next(), null, null, "", "");
        }
    }

    @GetMapping("/work/balance")
    ModelAndView read(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable String month) {
        var at = work.of(actor, ChainPermissions.READ, place);
        return show(actor, at, month(month), Typed.fresh(), FormProblem.NONE);
    }

    @GetMapping("/work/balance.csv")
    void download(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam @Nullable String month,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, ChainPermissions.READ, place);
        var asked = month(month);
        var balance = balances.read(actor, at.path(), asked);
        try (var csv = CsvTable.download(response, "balance-" + at.code() + "-" + asked, COLUMNS)) {
            for (var leg : Leg.values()) {
                for (var line : balance.lines()) {
                    csv.row(
                            asked,
                            line.wasteClass().code(),
                            leg,
                            line.in(leg).isMissing() ? null : line.in(leg).verifiedKg(),
                            line.in(leg).provisionalKg(),
                            line.in(leg).estimatedKg(),
                            line.out(leg).isMissing() ? null : line.out(leg).verifiedKg(),
                            line.out(leg).provisionalKg(),
                            line.out(leg).estimatedKg(),
                            line.isKnown(leg) ? line.differenceKg(leg) : null,
                            line.isKnown(leg) ? line.differencePercent(leg).orElse(null) : null,
                            line.explainedKg(leg),
                            line.isKnown(leg) ? line.unexplainedKg(leg) : null,
                            line.isBalanced(leg));
                }
            }
        }
    }

    @PostMapping("/work/balance/explanations")
    ModelAndView explain(
            Actor actor, @RequestParam String place, @RequestParam String month, @ModelAttribute Typed typed) {
        return change(actor, place, month, typed, at -> {
            var kg = ChainForm.number("kg", typed.kg());
            if (kg == null) {
                throw new ChainRefused.Unreadable("kg", "explained-kg");
            }
            balances.explain(
                    actor,
                    at.path(),
                    new Balances.NewExplanation(
                            typed.id() == null ? Ids.next() : typed.id(),
                            month(month),
                            BatchReader.wasteClass(typed.wasteClass()),
                            ChainForm.text(typed.reason()),
                            kg,
                            ChainForm.text(typed.note())));
        });
    }

    @PostMapping("/work/balance/explanations/{id}/reversal")
    ModelAndView takeBack(Actor actor, @PathVariable UUID id, @RequestParam String place, @RequestParam String month) {
        return change(actor, place, month, Typed.fresh(), at -> balances.takeBack(actor, at.path(), month(month), id));
    }

    @PostMapping("/work/balance/closing")
    ModelAndView close(
            Actor actor,
            @RequestParam String place,
            @RequestParam String month,
            @RequestParam(defaultValue = "") String closingNote) {
        return change(
                actor, place, month, Typed.fresh(), at -> balances.close(actor, at.path(), month(month), closingNote));
    }

    @PostMapping("/work/balance/reopening")
    ModelAndView reopen(
            Actor actor,
            @RequestParam String place,
            @RequestParam String month,
            @RequestParam(defaultValue = "") String reason) {
        return change(
                actor, place, month, Typed.fresh(), at -> balances.reopen(actor, at.path(), month(month), reason));
    }

    private ModelAndView change(
            Actor actor, String place, String month, Typed typed, java.util.function.Consumer<Place> change) {
        var at = work.named(place);
        try {
            change.accept(at);
            return new ModelAndView("redirect:/work/balance?place=" + at.code() + "&month=" + month(month));
        } catch (ChainRefused refused) {
            var page = show(actor, at, month(month), typed, new FormProblem(refused.problem()));
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private ModelAndView show(Actor actor, Place at, YearMonth month, Typed typed, FormProblem problem) {
        actor.require(ChainPermissions.READ, at.path());
        var page = new ModelAndView("waste/chain/balance");
        page.addObject("place", at);
        page.addObject("month", month);
        page.addObject("balance", isCommunity(at) ? balances.read(actor, at.path(), month) : null);
        var community = at.community();
        page.addObject(
                "charts",
                isCommunity(at) && community != null
                        ? charts.ofCommunity(places.getCommunity(community))
                        : java.util.List.of());
        page.addObject("communities", isCommunity(at) ? java.util.List.of() : places.communitiesAt(at.path()));
        page.addObject("typed", typed);
        page.addObject("problem", problem);
        page.addObject("rules", rules);
        page.addObject("mayExplain", actor.may(ChainPermissions.EXPLAIN, at.path()));
        page.addObject("mayClose", actor.may(ChainPermissions.CLOSE, at.path()));
        return page;
    }

    private static boolean isCommunity(Place at) {
        return at.kind() == PlaceKind.COMMUNITY;
    }

    YearMonth month(@Nullable String typed) {
        return month(typed, clock);
    }

    /** The month asked for, or this one. */
    static YearMonth month(@Nullable String typed, Clock clock) {
        if (typed == null || typed.isBlank()) {
            return YearMonth.now(clock.withZone(ZONE));
        }
        try {
            var month = YearMonth.parse(typed.strip());
            if (month.getYear() >= 1900 && month.getYear() <= 9998) {
                return month;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new ChainRefused.Unreadable("month", "month-unreadable", typed);
    }
}

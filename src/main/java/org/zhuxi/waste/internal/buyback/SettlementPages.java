package org.zhuxi.waste.internal.buyback;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.waste.buyback.BuyBackPermissions;
import org.zhuxi.waste.buyback.Money;
import org.zhuxi.waste.buyback.Receipt;
import org.zhuxi.waste.buyback.Receipts;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.buyback.Settlement;
import org.zhuxi.waste.buyback.Settlements;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;

/** A recycler's month: the statement to print, its receipts, closing it, taking a receipt back. */
@Controller
class SettlementPages {

    private static final int PAGE = 100;
    private static final int FILE_PAGE = 1_000;

    private final Settlements settlements;
    private final Receipts receipts;
    private final Recyclers recyclers;
    private final Places places;

    SettlementPages(Settlements settlements, Receipts receipts, Recyclers recyclers, Places places) {
        this.settlements = settlements;
        this.receipts = receipts;
        this.recyclers = recyclers;
        this.places = places;
    }

    @GetMapping("/work/buy-back/{id}/{month:\\d{4}-\\d{2}}")
    ModelAndView statement(
            Actor actor, @PathVariable String id, @PathVariable String month, @RequestParam @Nullable String after) {
        return show(actor, settlements.get(actor, Typed.id(id), Typed.month(month)), after, FormProblem.NONE);
    }

    @PostMapping("/work/buy-back/{id}/{month:\\d{4}-\\d{2}}/closing")
    ModelAndView close(Actor actor, @PathVariable String id, @PathVariable String month) {
        YearMonth which = Typed.month(month);
        try {
            settlements.close(actor, Typed.id(id), which);
            return new ModelAndView("redirect:/work/buy-back/" + id + "/" + month);
        } catch (Refused refused) {
            return Again.after(
                    refused, problem -> show(actor, settlements.get(actor, Typed.id(id), which), null, problem));
        }
    }

    private ModelAndView show(Actor actor, Settlement settlement, @Nullable String after, FormProblem problem) {
        var recycler = settlement.recycler();
        return new ModelAndView("waste/buyback/statement")
                .addObject("settlement", settlement)
                .addObject("community", places.getCommunity(recycler.community()))
                .addObject("receipts", receipts.ofMonth(actor, recycler, settlement.month(), PAGE, after))
                .addObject(
                        "mayClose",
                        !settlement.isClosed()
                                && settlements.isOver(recycler, settlement.month())
                                && actor.may(BuyBackPermissions.SETTLE, settlements.placeOf(recycler)))
                .addObject("problem", problem);
    }

    @GetMapping("/work/buy-back/{id}/{month:\\d{4}-\\d{2}}.csv")
    void download(Actor actor, @PathVariable String id, @PathVariable String month, HttpServletResponse response)
            throws IOException {
        var settlement = settlements.get(actor, Typed.id(id), Typed.month(month));
        var columns = new String[] {
            "number",
            "day",
            "material",
            "mass_kg",
            "price_fen_per_kg",
            "amount_fen",
            "payment",
            "reverses",
            "reason",
            "origin"
        };
        try (var csv = CsvTable.download(response, "buy-back-" + month, columns)) {
            String after = null;
            do {
                var slice = receipts.ofMonth(actor, settlement.recycler(), settlement.month(), FILE_PAGE, after);
                for (var receipt : slice.items()) {
                    for (var cells : cells(receipt)) {
                        csv.row(cells);
                    }
                }
                after = slice.next();
            } while (after != null);
        }
    }

    private static List<Object[]> cells(Receipt receipt) {
        return receipt.quote().lines().stream()
                .map(line -> new Object[] {
                    receipt.printedNumber(),
                    receipt.day(),
                    line.material().code(),
                    Money.kg(line.massG()).toPlainString(),
                    line.priceFenPerKg(),
                    line.amountFen(),
                    receipt.payment(),
                    receipt.reverses(),
                    receipt.reason(),
                    receipt.origin()
                })
                .toList();
    }

    @GetMapping("/work/buy-back/receipts/{id}")
    ModelAndView look(Actor actor, @PathVariable String id) {
        return look(actor, id, Typed.NOTHING, FormProblem.NONE);
    }

    @PostMapping("/work/buy-back/receipts/{id}/reversal")
    ModelAndView reverse(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        try {
            var counter = receipts.reverse(actor, Typed.id(id), form.get("reason"));
            return new ModelAndView("redirect:/work/buy-back/receipts/" + counter.id());
        } catch (Refused refused) {
            return Again.after(refused, problem -> look(actor, id, form, problem));
        }
    }

    private ModelAndView look(Actor actor, String id, Typed form, FormProblem problem) {
        var receipt = receipts.look(actor, Typed.id(id));
        var household = places.findHouseholds(List.of(receipt.household()))
                .get(receipt.household().id());
        var path = places.getCommunity(receipt.recycler().community()).path();
        return new ModelAndView("waste/buyback/work-receipt")
                .addObject("receipt", receipt)
                .addObject("recycler", recyclers.get(receipt.recycler().id()))
                .addObject("door", household == null ? "" : household.label())
                .addObject(
                        "mayReverse",
                        !receipt.isReversal()
                                && receipt.reversedBy() == null
                                && actor.may(BuyBackPermissions.REVERSE, path))
                .addObject("form", form)
                .addObject("problem", problem);
    }
}

package org.zhuxi.waste.internal.buyback;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Household;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.buyback.BuyBackPermissions;
import org.zhuxi.waste.buyback.BuyBackRefused;
import org.zhuxi.waste.buyback.BuyBacks;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.NewBuyBack;
import org.zhuxi.waste.buyback.Payment;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Quote;
import org.zhuxi.waste.buyback.Receipts;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.Doors;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;
import org.zhuxi.waste.internal.Weight;

/** The recycler's phone: whose, how heavy, what it comes to; paid; the receipt with its code. */
@Controller
class FieldBuyBackPages {

    private static final int LAST = 20;

    private final BuyBacks buyBacks;
    private final Receipts receipts;
    private final Recyclers recyclers;
    private final Doors doors;
    private final Clock clock;

    FieldBuyBackPages(BuyBacks buyBacks, Receipts receipts, Recyclers recyclers, Doors doors, Clock clock) {
        this.buyBacks = buyBacks;
        this.receipts = receipts;
        this.recyclers = recyclers;
        this.doors = doors;
        this.clock = clock;
    }

    @GetMapping("/field/buy-back")
    ModelAndView blank(Actor actor) {
        return begin(actor, "");
    }

    private ModelAndView begin(Actor actor, String card) {
        var fresh = Map.of("id", Ids.next().toString(), "card", card);
        return show(actor, new Typed(fresh), FormProblem.NONE);
    }

    @PostMapping("/field/buy-back")
    ModelAndView answer(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        if (form.is("step", "BACK")) {
            return begin(actor, form.get("card"));
        }
        try {
            var recycler = require(actor, form);
            var household = doors.identify(
                    actor, BuyBackPermissions.RECORD, recycler.ref().community(), form.get("card"));
            var sale = sale(form, household);
            if (!form.is("step", "PAY")) {
                return quoted(form, household, recycler, sale, buyBacks.quote(actor, sale));
            }
            return paid(actor, sale);
        } catch (Refused refused) {
            return Again.after(refused, problem -> show(actor, form, problem));
        }
    }

    private ModelAndView paid(Actor actor, NewBuyBack sale) {
        var outcome = buyBacks.record(actor, List.of(sale)).getFirst();
        if (outcome.problem() != null) {
            throw new BuyBackRefused.NotTaken(outcome.problem());
        }
        var receipt = receipts.get(sale.id());
        return new ModelAndView("waste/buyback/field-done")
                .addObject("receipt", receipt)
                .addObject("qr", QrCode.of(ReceiptPages.addressOf(receipt).absolute()));
    }

    private ModelAndView quoted(Typed form, Household household, Recycler recycler, NewBuyBack sale, Quote quote) {
        return new ModelAndView("waste/buyback/field-quote")
                .addObject("form", form)
                .addObject("since", sale.at().toString())
                .addObject("door", household.label())
                .addObject("recycler", recycler)
                .addObject("quote", quote);
    }

    private ModelAndView show(Actor actor, Typed form, FormProblem problem) {
        var mine = recyclers.ofActor(actor);
        var chosen = choose(mine, form).orElse(null);
        List<Price> prices = chosen == null
                ? List.of()
                : recyclers
                        .pricesOn(List.of(chosen.ref()), recyclers.today(chosen.ref()))
                        .getOrDefault(chosen.ref(), List.of());
        return new ModelAndView("waste/buyback/field")
                .addObject("form", form)
                .addObject("mine", mine)
                .addObject("chosen", chosen)
                .addObject("prices", prices)
                .addObject("last", chosen == null ? List.of() : receipts.today(actor, chosen, LAST))
                .addObject("problem", problem);
    }

    private Recycler require(Actor actor, Typed form) {
        return choose(recyclers.ofActor(actor), form)
                .orElseThrow(() -> new WasteRefused.Unreadable("recycler", "buyback-no-recycler"));
    }

    private static Optional<Recycler> choose(List<Recycler> mine, Typed form) {
        return mine.stream()
                .filter(it -> form.is("recycler", it.ref().id().toString()))
                .findFirst()
                .or(() -> mine.stream().findFirst());
    }

    private NewBuyBack sale(Typed form, Household household) {
        var lines = new ArrayList<NewBuyBack.Weighed>();
        for (var material : Material.values()) {
            if (form.has("kg_" + material.code())) {
                lines.add(new NewBuyBack.Weighed(material, grams(form, "kg_" + material.code())));
            }
        }
        if (lines.isEmpty()) {
            throw new WasteRefused.Unreadable("lines", "buyback-no-lines");
        }
        return new NewBuyBack(
                form.findId("id").orElseGet(Ids::next),
                household.ref().id(),
                null,
                since(form),
                lines,
                form.is("payment", Payment.TRANSFER.name()) ? Payment.TRANSFER : Payment.CASH,
                null,
                expected(form));
    }

    private static long grams(Typed form, String field) {
        try {
            return Weight.kilograms(form.get(field)).movePointRight(3).longValueExact();
        } catch (WasteRefused refused) {
            throw Typed.at(field, refused);
        } catch (ArithmeticException e) {
            throw new BuyBackRefused.NotTaken(Problem.ofField(field, "buyback-three-decimals"));
        }
    }

    private Instant since(Typed form) {
        try {
            return form.has("since") ? Instant.parse(form.get("since")) : clock.instant();
        } catch (DateTimeException e) {
            return clock.instant();
        }
    }

    private static @Nullable Long expected(Typed form) {
        return form.get("expectedFen").matches("\\d{1,12}") ? Long.valueOf(form.get("expectedFen")) : null;
    }
}

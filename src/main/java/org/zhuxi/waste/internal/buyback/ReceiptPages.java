package org.zhuxi.waste.internal.buyback;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.waste.buyback.Receipt;
import org.zhuxi.waste.buyback.Receipts;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.internal.Typed;

/** Receipts for those who sold, and what recyclers pay for everyone. */
@Controller
class ReceiptPages {

    private static final String PATH = "/receipts";
    private static final int PAGE = 30;
    private static final int HITS = 10;

    private final Receipts receipts;
    private final Recyclers recyclers;
    private final Places places;

    ReceiptPages(Receipts receipts, Recyclers recyclers, Places places) {
        this.receipts = receipts;
        this.recyclers = recyclers;
        this.places = places;
    }

    @GetMapping("/me/receipts")
    String mine(
            Actor actor, @RequestParam @Nullable String household, @RequestParam @Nullable String after, Model model) {
        actor.account();
        var own = actor.households().stream()
                .filter(ref -> household == null || ref.id().toString().equals(household))
                .findFirst();
        var slice = own.map(ref -> receipts.ofHousehold(actor, ref, PAGE, after))
                .orElse(new Slice<Receipt>(List.of(), null));
        model.addAttribute("receipts", slice);
        model.addAttribute(
                "household", own.map(HouseholdRef::id).map(Object::toString).orElse(""));
        return "waste/buyback/mine";
    }

    @GetMapping(PATH)
    ModelAndView ask() {
        return CodeAddress.ask(PATH, "waste.buyback.ask");
    }

    /** For whoever holds the code on the receipt; the door is shown to the household and to those who served it only. */
    @PostMapping(PATH)
    ModelAndView receipt(Actor actor, @RequestParam(defaultValue = "") String code) {
        try {
            return show(actor, receipts.get(Typed.id(code.strip())));
        } catch (Refused.NotFound unknown) {
            return CodeAddress.unknown(PATH, "waste.buyback.ask");
        }
    }

    private ModelAndView show(Actor actor, Receipt receipt) {
        var address = addressOf(receipt);
        var page = new ModelAndView("waste/buyback/receipt")
                .addObject("receipt", receipt)
                .addObject("community", places.getCommunity(receipt.recycler().community()))
                .addObject("door", receipts.maySeeHousehold(actor, receipt) ? doorOf(receipt) : "")
                .addObject("qr", QrCode.of(address.absolute()));
        return address.of(page);
    }

    static CodeAddress addressOf(Receipt receipt) {
        return new CodeAddress(PATH, receipt.id().toString());
    }

    private String doorOf(Receipt receipt) {
        var household = places.findHouseholds(List.of(receipt.household()))
                .get(receipt.household().id());
        return household == null ? "" : household.label();
    }

    @GetMapping("/recyclers")
    String prices(
            @RequestParam(defaultValue = "") String place, @RequestParam(defaultValue = "") String q, Model model) {
        var here = places.findByCode(place.strip()).filter(it -> it.kind() == PlaceKind.COMMUNITY);
        var all = here.map(it -> recyclers.list(it.path())).orElse(List.of());
        model.addAttribute("place", here.orElse(null));
        model.addAttribute("q", q);
        model.addAttribute(
                "hits",
                places.search(q, HITS, null).items().stream()
                        .filter(hit -> hit.kind() == PlaceKind.COMMUNITY)
                        .toList());
        model.addAttribute("recyclers", all);
        model.addAttribute(
                "prices",
                all.isEmpty()
                        ? java.util.Map.of()
                        : recyclers.pricesOn(
                                all.stream().map(it -> it.ref()).toList(),
                                recyclers.today(all.getFirst().ref())));
        return "waste/buyback/prices";
    }
}

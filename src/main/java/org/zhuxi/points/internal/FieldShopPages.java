package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
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
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.points.NewRedemption;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.Redemption;
import org.zhuxi.points.Redemptions;
import org.zhuxi.points.Shop;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.ShopRefused;
import org.zhuxi.points.Shops;

/** The merchant's phone: a code is scanned or typed, goods are handed over; or a card holder is served. */
@Controller
public class FieldShopPages {

    private static final String PATH = "/field/shop";

    private final Shops shops;
    private final ShopGoods goods;
    private final Redemptions redemptions;
    private final Places places;

    FieldShopPages(Shops shops, ShopGoods goods, Redemptions redemptions, Places places) {
        this.shops = shops;
        this.goods = goods;
        this.redemptions = redemptions;
        this.places = places;
    }

    /** What stood in the form for a card holder. */
    public record ServeForm(String card, @Nullable UUID goods, String pieces, String consent) {
        static final ServeForm EMPTY = new ServeForm("", null, "1", "");
    }

    @GetMapping(PATH)
    String counter(Actor actor, @RequestParam @Nullable UUID shop, Model model) {
        return counter(actor, shop, "", model);
    }

    /** @param code of a redemption; without one the counter as it is */
    @PostMapping(PATH)
    String counter(
            Actor actor, @RequestParam @Nullable UUID shop, @RequestParam(defaultValue = "") String code, Model model) {
        var mine = shops.listFor(actor, PointsPermissions.SERVE);
        if (mine.isEmpty()) {
            if (!actor.mayAnywhere(PointsPermissions.SERVE)) {
                throw new Refused.Forbidden(PointsPermissions.SERVE.code());
            }
            model.addAttribute("shops", mine);
            return "points/counter-none";
        }
        var current = mine.stream()
                .filter(one -> shop == null || one.id().equals(shop))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(String.valueOf(shop)));
        if (code.isBlank()) {
            return page(actor, current, null, null, ServeForm.EMPTY, model);
        }
        try {
            return page(actor, current, redemptions.find(actor, current, code), null, ServeForm.EMPTY, model);
        } catch (ShopRefused refused) {
            return page(actor, current, null, refused.problem(), ServeForm.EMPTY, model);
        }
    }

    @PostMapping("/field/shop/capture")
    String capture(
            Actor actor, @RequestParam UUID id, @RequestParam String code, Model model, HttpServletResponse response) {
        var shop = shops.get(redemptions.get(actor, id).shop());
        try {
            return done(actor, redemptions.capture(actor, id, code), model);
        } catch (ShopRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, shop, null, refused.problem(), ServeForm.EMPTY, model);
        }
    }

    @PostMapping("/field/shop/void")
    String voidIt(Actor actor, @RequestParam UUID id, Model model) {
        return done(actor, redemptions.voidIt(actor, id), model);
    }

    @PostMapping("/field/shop/serve")
    String serve(
            Actor actor,
            @RequestParam UUID shop,
            @RequestParam(defaultValue = "") String card,
            @RequestParam @Nullable UUID goods,
            @RequestParam(defaultValue = "1") String pieces,
            @RequestParam(defaultValue = "") String consent,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "now") String when,
            Model model,
            HttpServletResponse response) {
        var current = shops.get(shop);
        try {
            var wish = wish(actor, current, card, goods, pieces, consent, id);
            return done(
                    actor,
                    when.equals("later") ? redemptions.hold(actor, wish) : redemptions.serve(actor, wish),
                    model);
        } catch (Refused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, current, null, refused.problem(), new ServeForm(card, goods, pieces, consent), model);
        }
    }

    @GetMapping("/field/shop/redemptions/{id}/slip")
    String slip(Actor actor, @PathVariable UUID id, Model model) {
        var redemption = redemptions.get(actor, id);
        model.addAttribute("redemption", redemption);
        model.addAttribute("shop", shops.get(redemption.shop()));
        model.addAttribute("qr", ResidentShopPages.qr(redemption));
        return "points/slip";
    }

    private NewRedemption wish(
            Actor actor,
            Shop shop,
            String card,
            @Nullable UUID goods,
            String pieces,
            String consent,
            @Nullable UUID id) {
        actor.require(PointsPermissions.SERVE, shop.site().path());
        if (goods == null) {
            throw new ShopRefused.Unreadable("goods", "shop-choose-goods");
        }
        var household = places.findHouseholdByCard(card)
                .filter(found -> found.ref().community().equals(shop.community()))
                .orElseThrow(() -> new ShopRefused.Unreadable("card", "shop-unknown-card", card));
        var count = (int) Forms.number("pieces", pieces);
        return new NewRedemption(Forms.id(id), goods, household.ref(), count, consent.strip());
    }

    private String done(Actor actor, Redemption redemption, Model model) {
        model.addAttribute("redemption", redemption);
        model.addAttribute("shop", shops.get(redemption.shop()));
        return "points/counter-done";
    }

    private String page(
            Actor actor,
            Shop shop,
            @Nullable Redemption found,
            @Nullable Problem problem,
            ServeForm form,
            Model model) {
        model.addAttribute("shops", shops.listFor(actor, PointsPermissions.SERVE));
        model.addAttribute("shelf", Shelf.onSale(shop, goods));
        model.addAttribute("waiting", redemptions.waitingAt(actor, shop));
        model.addAttribute("found", found);
        if (found != null) {
            model.addAttribute(CodeAddress.ATTRIBUTE, new CodeAddress(PATH, found.code()));
        }
        model.addAttribute("problem", problem);
        model.addAttribute("form", form);
        model.addAttribute("newId", Ids.next());
        return "points/counter";
    }
}

package org.zhuxi.points.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.QrCode;
import org.zhuxi.points.NewRedemption;
import org.zhuxi.points.Points;
import org.zhuxi.points.Redemption;
import org.zhuxi.points.Redemptions;
import org.zhuxi.points.ShopGoods;
import org.zhuxi.points.Shops;

/** A household spends its points: what it can afford, what waits for it, and the code to pick it up. */
@Controller
class ResidentShopPages {

    private static final int LINES = 30;
    private static final int SHOPS = 20;

    private final Points points;
    private final Shops shops;
    private final ShopGoods goods;
    private final Redemptions redemptions;
    private final Communities communities;

    ResidentShopPages(Points points, Shops shops, ShopGoods goods, Redemptions redemptions, Communities communities) {
        this.points = points;
        this.shops = shops;
        this.goods = goods;
        this.redemptions = redemptions;
        this.communities = communities;
    }

    @GetMapping("/me/shop")
    String shop(Actor actor, @RequestParam @Nullable UUID household, Model model) {
        var own = own(actor);
        return own.isEmpty() ? "points/none" : page(actor, chosen(own, household), null, model);
    }

    @PostMapping("/me/shop/redemptions")
    String redeem(
            Actor actor,
            @RequestParam @Nullable UUID id,
            @RequestParam UUID goods,
            @RequestParam(defaultValue = "1") String pieces,
            @RequestParam @Nullable UUID household,
            Model model,
            HttpServletResponse response) {
        var home = chosen(own(actor), household);
        try {
            var count = (int) Forms.number("pieces", pieces);
            var held = redemptions.hold(actor, new NewRedemption(Forms.id(id), goods, home, count, null));
            return "redirect:/me/shop/redemptions/" + held.id();
        } catch (Refused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, home, refused.problem(), model);
        }
    }

    @GetMapping("/me/shop/redemptions")
    String history(
            Actor actor, @RequestParam @Nullable UUID household, @RequestParam @Nullable UUID after, Model model) {
        var own = own(actor);
        if (own.isEmpty()) {
            return "points/none";
        }
        var home = chosen(own, household);
        model.addAttribute("household", home.id());
        model.addAttribute("redemptions", redemptions.ofHousehold(actor, home, LINES, after));
        return "points/my-redemptions";
    }

    @GetMapping("/me/shop/redemptions/{id}")
    String redemption(Actor actor, @PathVariable UUID id, Model model) {
        var redemption = ownRedemption(actor, id);
        model.addAttribute("redemption", redemption);
        model.addAttribute("shop", shops.get(redemption.shop()));
        model.addAttribute("qr", qr(redemption));
        return "points/my-redemption";
    }

    @PostMapping("/me/shop/redemptions/{id}/void")
    String voidIt(Actor actor, @PathVariable UUID id) {
        redemptions.voidIt(actor, ownRedemption(actor, id).id());
        return "redirect:/me/shop/redemptions/" + id;
    }

    /** What the code says leads any phone's camera to the shop's page; the merchant is signed in there. */
    static QrCode qr(Redemption redemption) {
        var address = ServletUriComponentsBuilder.fromCurrentContextPath()
                .path("/field/shop")
                .queryParam("shop", redemption.shop())
                .fragment(redemption.code())
                .toUriString();
        return QrCode.of(address);
    }

    private String page(Actor actor, HouseholdRef home, @Nullable Problem problem, Model model) {
        var community = communities.getCommunity(home.community());
        var shelves = shops.list(community.path(), SHOPS, null).items().stream()
                .map(shop -> Shelf.onSale(shop, goods))
                .toList();
        model.addAttribute("household", home.id());
        model.addAttribute("account", points.account(actor, home.id()));
        model.addAttribute("shelves", shelves);
        model.addAttribute(
                "waiting",
                redemptions.ofHousehold(actor, home, LINES, null).items().stream()
                        .filter(Redemption::isWaiting)
                        .toList());
        model.addAttribute("problem", problem);
        model.addAttribute("newId", (java.util.function.Supplier<UUID>) Ids::next);
        return "points/my-shop";
    }

    private Redemption ownRedemption(Actor actor, UUID id) {
        var redemption = redemptions.get(actor, id);
        if (!actor.belongsTo(redemption.household())) {
            throw new Refused.NotFound(id);
        }
        return redemption;
    }

    static List<HouseholdRef> own(Actor actor) {
        actor.account();
        return actor.households().stream()
                .sorted(Comparator.comparing(HouseholdRef::id))
                .toList();
    }

    static HouseholdRef chosen(List<HouseholdRef> own, @Nullable UUID wanted) {
        return own.stream()
                .filter(home -> wanted == null || home.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(wanted == null ? "household" : wanted));
    }
}

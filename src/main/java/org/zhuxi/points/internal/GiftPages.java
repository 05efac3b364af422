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
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.place.Household;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.points.Gifts;
import org.zhuxi.points.NewGift;
import org.zhuxi.points.Points;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.ShopRefused;

/** A household gives points to its family, confirms, and agrees to take some; staff takes a gift back. */
@Controller
class GiftPages {

    private static final int LINES = 30;

    private final Gifts gifts;
    private final Points points;
    private final WorkPlaces work;

    GiftPages(Gifts gifts, Points points, WorkPlaces work) {
        this.gifts = gifts;
        this.points = points;
        this.work = work;
    }

    @GetMapping("/me/points/gifts")
    String show(Actor actor, @RequestParam @Nullable UUID household, Model model) {
        var own = ResidentShopPages.own(actor);
        if (own.isEmpty()) {
            return "points/none";
        }
        return page(actor, ResidentShopPages.chosen(own, household), GiftForm.EMPTY, null, model);
    }

    /** The first step only looks; with {@code confirmed} the points are given. */
    @PostMapping("/me/points/gifts")
    String give(
            Actor actor,
            @RequestParam @Nullable UUID household,
            @RequestParam @Nullable UUID id,
            @RequestParam(defaultValue = "") String card,
            @RequestParam(defaultValue = "") String amount,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean confirmed,
            Model model,
            HttpServletResponse response) {
        var home = ResidentShopPages.chosen(ResidentShopPages.own(actor), household);
        try {
            var wish = new NewGift(Forms.id(id), home, card, Forms.number("amount", amount), note, Origin.RECORDED);
            if (!confirmed) {
                return confirm(actor, wish, gifts.receiver(actor, home, card), model);
            }
            gifts.give(actor, wish);
            return "redirect:/me/points/gifts?household=" + home.id();
        } catch (PointsRefused | ShopRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, home, new GiftForm(card, amount, note), refused.problem(), model);
        }
    }

    private static String confirm(Actor actor, NewGift wish, Household receiver, Model model) {
        model.addAttribute("wish", wish);
        // the door is shown to those who live there as well; others see the card they typed
        model.addAttribute("label", actor.belongsTo(receiver.ref()) ? receiver.label() : receiver.cardCode());
        return "points/gift-confirm";
    }

    @PostMapping("/me/points/gifts/agreements")
    String agree(
            Actor actor,
            @RequestParam @Nullable UUID household,
            @RequestParam(defaultValue = "") String card,
            Model model,
            HttpServletResponse response) {
        var home = ResidentShopPages.chosen(ResidentShopPages.own(actor), household);
        try {
            gifts.agree(actor, home, card);
            return "redirect:/me/points/gifts?household=" + home.id();
        } catch (PointsRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return page(actor, home, GiftForm.EMPTY, refused.problem(), model);
        }
    }

    @PostMapping("/me/points/gifts/agreements/{from}/removal")
    String disagree(Actor actor, @RequestParam @Nullable UUID household, @PathVariable UUID from) {
        var home = ResidentShopPages.chosen(ResidentShopPages.own(actor), household);
        gifts.disagree(actor, home, from);
        return "redirect:/me/points/gifts?household=" + home.id();
    }

    @GetMapping("/work/points/gifts")
    String list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after, Model model) {
        return list(actor, place, after, null, model);
    }

    @PostMapping("/work/points/gifts/{id}/reversal")
    String reverse(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String note,
            @RequestParam @Nullable String place,
            Model model,
            HttpServletResponse response) {
        try {
            gifts.reverse(actor, id, note);
            return "redirect:/work/points/gifts?place="
                    + work.of(actor, PointsPermissions.ADJUST, place).code();
        } catch (PointsRefused refused) {
            response.setStatus(refused.problem().kind().status());
            return list(actor, place, null, refused.problem(), model);
        }
    }

    private String list(
            Actor actor, @Nullable String place, @Nullable UUID after, @Nullable Problem problem, Model model) {
        var at = work.of(actor, PointsPermissions.ADJUST, place);
        model.addAttribute("place", at);
        model.addAttribute("choices", work.choices(actor, PointsPermissions.ADJUST));
        model.addAttribute("found", gifts.list(actor, at.path(), LINES, after));
        model.addAttribute("problem", problem);
        return "points/work-gifts";
    }

    private String page(Actor actor, HouseholdRef home, GiftForm form, @Nullable Problem problem, Model model) {
        model.addAttribute("home", home);
        model.addAttribute("account", points.account(actor, home.id()));
        model.addAttribute("gifts", gifts.of(actor, home, LINES));
        model.addAttribute("agreements", gifts.agreements(actor, home));
        model.addAttribute("limit", gifts.dailyLimit());
        model.addAttribute("form", form);
        model.addAttribute("problem", problem);
        model.addAttribute("newId", Ids.next());
        return "points/gifts";
    }
}

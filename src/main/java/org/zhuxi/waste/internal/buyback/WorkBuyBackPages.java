package org.zhuxi.waste.internal.buyback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.waste.WasteRefused;
import org.zhuxi.waste.buyback.BuyBackPermissions;
import org.zhuxi.waste.buyback.Material;
import org.zhuxi.waste.buyback.Price;
import org.zhuxi.waste.buyback.Recycler;
import org.zhuxi.waste.buyback.Recyclers;
import org.zhuxi.waste.buyback.Settlements;
import org.zhuxi.waste.internal.Again;
import org.zhuxi.waste.internal.FormProblem;
import org.zhuxi.waste.internal.Typed;

/** Recyclers at the office: who they are, what they pay, which months are settled. */
@Controller
class WorkBuyBackPages {

    private final Recyclers recyclers;
    private final Settlements settlements;
    private final Places places;
    private final WorkPlaces work;

    WorkBuyBackPages(Recyclers recyclers, Settlements settlements, Places places, WorkPlaces work) {
        this.recyclers = recyclers;
        this.settlements = settlements;
        this.places = places;
        this.work = work;
    }

    @GetMapping("/work/buy-back")
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        return list(actor, work.of(actor, BuyBackPermissions.READ, place), Typed.NOTHING, FormProblem.NONE);
    }

    @PostMapping("/work/buy-back")
    ModelAndView add(Actor actor, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var at = work.named(form.get("place"));
        try {
            var community = at.kind() == PlaceKind.COMMUNITY ? at.community() : null;
            if (community == null) {
                throw new WasteRefused.Unreadable("place", "waste-community-needed", form.get("place"));
            }
            var added = recyclers.add(actor, community, form.get("name"), form.get("phone"), Origin.RECORDED);
            return new ModelAndView("redirect:/work/buy-back/" + added.ref().id());
        } catch (Refused refused) {
            return Again.after(refused, problem -> list(actor, at, form, problem));
        }
    }

    private ModelAndView list(Actor actor, Place at, Typed form, FormProblem problem) {
        actor.require(BuyBackPermissions.READ, at.path());
        var names = new java.util.HashMap<CommunityId, org.zhuxi.kernel.Names>();
        places.communitiesAt(at.path()).forEach(it -> names.put(it.id(), it.name()));
        return new ModelAndView("waste/buyback/work")
                .addObject("place", at)
                .addObject("choices", work.choices(actor, BuyBackPermissions.READ))
                .addObject("recyclers", at.path().equals(PlacePath.NATION) ? List.of() : recyclers.list(at.path()))
                .addObject("names", names)
                .addObject(
                        "mayAdd", at.kind() == PlaceKind.COMMUNITY && actor.may(BuyBackPermissions.MANAGE, at.path()))
                .addObject("form", form)
                .addObject("problem", problem);
    }

    @GetMapping("/work/buy-back/{id}")
    ModelAndView one(Actor actor, @PathVariable String id) {
        return one(actor, recyclers.get(Typed.id(id)), Typed.NOTHING, FormProblem.NONE);
    }

    @PostMapping("/work/buy-back/{id}/prices")
    ModelAndView prices(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var recycler = recyclers.get(Typed.id(id));
        try {
            recyclers.setPrices(actor, recycler.ref(), wanted(form));
            return new ModelAndView("redirect:/work/buy-back/" + id);
        } catch (Refused refused) {
            return Again.after(refused, problem -> one(actor, recycler, form, problem));
        }
    }

    private static List<Price> wanted(Typed form) {
        LocalDate from = form.day("validFrom");
        var wanted = new ArrayList<Price>();
        for (var material : Material.values()) {
            var field = "yuan_" + material.code();
            if (form.has(field)) {
                wanted.add(new Price(material, from, fen(form, field)));
            }
        }
        if (wanted.isEmpty()) {
            throw new WasteRefused.Unreadable("validFrom", "buyback-no-prices");
        }
        return wanted;
    }

    /** Yuan with at most two decimals as fen; a dash ends the material. */
    private static @Nullable Long fen(Typed form, String field) {
        var text = form.plain(field).replace('。', '.');
        if (text.equals("-") || text.equals("—")) {
            return null;
        }
        if (!text.matches("\\d{1,4}(\\.\\d{1,2})?")) {
            throw new WasteRefused.Unreadable(field, "buyback-price-unreadable", form.get(field));
        }
        return new BigDecimal(text).movePointRight(2).longValueExact();
    }

    @PostMapping("/work/buy-back/{id}/people")
    ModelAndView engage(Actor actor, @PathVariable String id, @RequestParam Map<String, String> fields) {
        var form = new Typed(fields);
        var recycler = recyclers.get(Typed.id(id));
        try {
            if (form.has("dismiss")) {
                recyclers.dismiss(actor, recycler.ref(), form.get("dismiss"));
            } else {
                recyclers.engage(actor, recycler.ref(), form.get("username"));
            }
            return new ModelAndView("redirect:/work/buy-back/" + id);
        } catch (Refused refused) {
            return Again.after(refused, problem -> one(actor, recycler, form, problem));
        }
    }

    private ModelAndView one(Actor actor, Recycler recycler, Typed form, FormProblem problem) {
        var community = places.getCommunity(recycler.ref().community());
        var today = recyclers.today(recycler.ref());
        var prices = recyclers.prices(recycler.ref());
        return new ModelAndView("waste/buyback/recycler")
                .addObject("recycler", recycler)
                .addObject("community", community)
                .addObject("people", recyclers.people(actor, recycler.ref()))
                .addObject("prices", prices)
                .addObject("today", today)
                .addObject("form", form)
                .addObject("firstDay", (prices.isEmpty() ? today : today.plusDays(1)).toString())
                .addObject(
                        "months",
                        settlements.list(
                                actor, Objects.requireNonNull(recycler.ref().id())))
                .addObject("editable", actor.may(BuyBackPermissions.MANAGE, community.path()))
                .addObject("problem", problem);
    }
}

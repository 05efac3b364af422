package org.zhuxi.place.internal;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.ExtendedModelMap;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.place.Contact;
import org.zhuxi.place.Contacts;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlateRefused;
import org.zhuxi.platform.web.Links;

/** The telephone that stands on plates and on the page of the community. */
@Controller
@RequestMapping("/work/contact")
class ContactPages {

    private static final Contact NONE = new Contact("", new Names("", ""));

    private final Contacts contacts;
    private final PlatePlaces asked;

    ContactPages(Contacts contacts, PlatePlaces asked) {
        this.contacts = contacts;
        this.asked = asked;
    }

    @GetMapping
    String show(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "false") boolean saved,
            Model model) {
        var at = asked.get(actor, place);
        fill(at, contacts.find(community(at)).orElse(NONE), null, model);
        model.addAttribute("saved", saved);
        return "place/contact";
    }

    @PostMapping
    ModelAndView put(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String hours,
            @RequestParam(defaultValue = "") String hoursEn) {
        var at = asked.get(actor, place);
        var typed = new Contact(phone, new Names(hours, hoursEn));
        try {
            contacts.put(actor, community(at), typed, Origin.RECORDED);
            return new ModelAndView("redirect:" + Links.to("/work/contact", "place", at.code(), "saved", "true"));
        } catch (PlateRefused refused) {
            var model = new ExtendedModelMap();
            fill(at, typed, refused.problem(), model);
            return new ModelAndView("place/contact", model, HttpStatus.UNPROCESSABLE_CONTENT);
        }
    }

    private static void fill(Place at, Contact contact, @Nullable Problem problem, Model model) {
        model.addAttribute("at", at);
        model.addAttribute("contact", contact);
        model.addAttribute("problem", problem);
        model.addAttribute("saved", false);
    }

    private static org.zhuxi.kernel.CommunityId community(Place at) {
        return java.util.Objects.requireNonNull(at.community());
    }
}

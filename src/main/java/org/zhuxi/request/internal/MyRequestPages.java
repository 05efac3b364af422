package org.zhuxi.request.internal;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceTypes;
import org.zhuxi.request.Subscription;
import org.zhuxi.request.Subscriptions;

/** One's own reports, and what one wants to be told of. */
@Controller
class MyRequestPages {

    private static final String PATH = "/me/requests";
    private static final int PAGE = 20;

    private final Requests requests;
    private final Subscriptions subscriptions;
    private final ServiceTypes services;
    private final PlaceNames names;
    private final Placing placing;
    private final RequestGate gate;

    MyRequestPages(
            Requests requests,
            Subscriptions subscriptions,
            ServiceTypes services,
            PlaceNames names,
            Placing placing,
            RequestGate gate) {
        this.requests = requests;
        this.subscriptions = subscriptions;
        this.services = services;
        this.names = names;
        this.placing = placing;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam @Nullable UUID after) {
        var found = requests.own(actor, PAGE, after);
        var followed = subscriptions.list(actor);
        var next = found.next();
        return new ModelAndView("request/mine")
                .addObject("found", found)
                .addObject("labels", PublicRequestPages.labels(placing, found))
                .addObject("services", services)
                .addObject("followed", followed)
                .addObject("names", places(followed))
                .addObject("today", gate.today())
                .addObject("wrong", Wrong.nothing())
                .addObject("next", next == null ? "" : Links.to(PATH, "after", next));
    }

    private Map<PlacePath, Names> places(java.util.List<Subscription> followed) {
        return names.namesOf(followed.stream()
                .map(Subscription::place)
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet()));
    }

    @PostMapping("/requests/{id}/echo")
    String join(Actor actor, @PathVariable UUID id) {
        subscriptions.join(actor, id);
        return "redirect:/requests/" + id;
    }

    @PostMapping(PATH + "/subscriptions")
    ModelAndView follow(
            Actor actor,
            @RequestParam(defaultValue = "") String place,
            @RequestParam(defaultValue = "") String service) {
        try {
            subscriptions.follow(actor, place, service);
            return new ModelAndView("redirect:" + PATH);
        } catch (Refused refused) {
            return Wrong.again(list(actor, null), refused);
        }
    }

    @PostMapping(PATH + "/subscriptions/removal")
    String end(Actor actor, @RequestParam(defaultValue = "") String subject) {
        subscriptions.end(actor, subject.replace("\0", ""));
        return "redirect:" + PATH;
    }
}

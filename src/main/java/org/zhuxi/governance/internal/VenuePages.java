package org.zhuxi.governance.internal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Venues;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Where people meet, for everybody and at the desk. */
@Controller
class VenuePages {

    private static final String PATH = "/governance/venues";
    private static final String DESK = "/work/venues";
    private static final int PAGE = 60;

    private final Venues venues;
    private final Views views;
    private final WorkPlaces places;

    VenuePages(Venues venues, Views views, WorkPlaces places) {
        this.venues = venues;
        this.views = views;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView all(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        return listed(new ModelAndView("governance/venues"), PATH, place, q, after);
    }

    private ModelAndView listed(ModelAndView page, String path, @Nullable String code, String q, @Nullable UUID after) {
        var at = places.open(code);
        var found = venues.list(at.path(), Typed.text(q), PAGE, after);
        var next = found.next();
        return page.addObject("place", at)
                .addObject("q", q)
                .addObject("found", found.items())
                .addObject("views", views)
                .addObject("next", next == null ? "" : Links.to(path, "place", at.code(), "q", q, "after", next));
    }

    @GetMapping(DESK)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, GovernancePermissions.READ, place);
        return desk(actor, at.code(), q, after, Map.of());
    }

    private ModelAndView desk(Actor actor, String code, String q, @Nullable UUID after, Map<String, String> fields) {
        var path = places.open(code).path();
        actor.require(GovernancePermissions.READ, path);
        return listed(new ModelAndView("governance/work-venues"), DESK, code, q, after)
                .addObject("fields", fields)
                .addObject("id", Forms.id(fields, "id"))
                .addObject("mayManage", actor.may(GovernancePermissions.MANAGE, path))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(DESK)
    ModelAndView open(Actor actor, @RequestParam Map<String, String> fields) {
        var at = places.of(actor, GovernancePermissions.MANAGE, fields.get("place"));
        actor.require(GovernancePermissions.MANAGE, at.path());
        try {
            venues.open(
                    actor,
                    Forms.id(fields, "id"),
                    at.code(),
                    new Names(Typed.text(fields.get("nameZh")), Typed.text(fields.get("nameEn"))),
                    fields.get("where"),
                    Origin.RECORDED,
                    "");
            return new ModelAndView("redirect:" + Links.to(DESK, "place", at.code()));
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(desk(actor, at.code(), "", null, fields), (Refused) refused);
        }
    }

    @PostMapping(DESK + "/{id}/closing")
    ModelAndView close(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        venues.close(actor, id, !fields.containsKey("reopen"));
        return new ModelAndView(
                "redirect:" + Links.to(DESK, "place", venues.get(id).place()));
    }
}

package org.zhuxi.governance.internal;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Venues;
import org.zhuxi.governance.internal.Lists.ListPage;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Links;

/** Where people meet, for everybody and at the desk. */
@Controller
class VenuePages {

    private static final String PATH = "/governance/venues";
    private static final String DESK = "/work/venues";
    private static final ListPage ALL = new ListPage("governance/venues", PATH, 60);
    private static final ListPage WORK = new ListPage("governance/work-venues", DESK, 60);

    private final Venues venues;
    private final Lists lists;

    VenuePages(Venues venues, Lists lists) {
        this.venues = venues;
        this.lists = lists;
    }

    @GetMapping(PATH)
    ModelAndView all(Search search) {
        return lists.open(ALL, search, venues::list);
    }

    @GetMapping(DESK)
    ModelAndView list(Actor actor, Search search) {
        return lists.desk(actor, WORK, search, venues::list, Map.of());
    }

    @PostMapping(DESK)
    ModelAndView open(Actor actor, @RequestParam Map<String, String> fields) {
        return lists.add(actor, WORK, venues::list, fields, place -> {
            venues.open(
                    actor,
                    Forms.id(fields, "id"),
                    place.code(),
                    new Names(Typed.text(fields.get("nameZh")), Typed.text(fields.get("nameEn"))),
                    fields.get("where"),
                    Origin.RECORDED,
                    "");
            return Links.to(DESK, "place", place.code());
        });
    }

    @PostMapping(DESK + "/{id}/closing")
    ModelAndView close(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        venues.close(actor, id, !fields.containsKey("reopen"));
        return new ModelAndView(
                "redirect:" + Links.to(DESK, "place", venues.get(id).place()));
    }
}

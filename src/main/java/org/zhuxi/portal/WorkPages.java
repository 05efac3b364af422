package org.zhuxi.portal;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** The workbench: what waits for this person today. */
@Controller
class WorkPages {

    private final Activities activities;
    private final Places places;

    WorkPages(Activities activities, Places places) {
        this.activities = activities;
        this.places = places;
    }

    @GetMapping("/work")
    String today(Actor actor, Model model) {
        actor.account();
        var mayVerify = actor.mayAnywhere(ActivityPermissions.VERIFY);
        model.addAttribute("mayVerify", mayVerify);
        model.addAttribute("waiting", mayVerify ? activities.countWaiting(actor, null) : 0L);
        model.addAttribute(
                "places",
                actor.grants().stream()
                        .map(Grant::place)
                        .distinct()
                        .flatMap(path -> places.findByPath(path).stream())
                        .map(Place::name)
                        .toList());
        model.addAttribute(
                "roles",
                actor.grants().stream()
                        .map(grant -> grant.role().names())
                        .distinct()
                        .toList());
        return "portal/work";
    }
}

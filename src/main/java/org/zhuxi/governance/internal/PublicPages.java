package org.zhuxi.governance.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.Ideas;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.CodeAddress;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Ideas and decisions for everybody. */
@Controller
class PublicPages {

    private static final int PAGE = 24;
    private static final int DECISIONS = 12;

    private final Ideas ideas;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Views views;
    private final WorkPlaces places;

    PublicPages(Ideas ideas, Decisions decisions, Ballots ballots, Views views, WorkPlaces places) {
        this.ideas = ideas;
        this.decisions = decisions;
        this.ballots = ballots;
        this.views = views;
        this.places = places;
    }

    @GetMapping("/governance")
    ModelAndView list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.open(place);
        var found = ideas.list(
                at.path(), Typed.text(q), Typed.find(IdeaStage.class, stage).orElse(null), PAGE, after);
        var next = found.next();
        return new ModelAndView("governance/public")
                .addObject("place", at)
                .addObject("q", q)
                .addObject("stage", stage)
                .addObject("found", found)
                .addObject("views", views)
                .addObject(
                        "decisions",
                        decisions.list(at.path(), "", DECISIONS, null).items())
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to("/governance", "place", at.code(), "q", q, "stage", stage, "after", next));
    }

    @GetMapping("/governance/ideas/{id}")
    ModelAndView idea(Actor actor, @PathVariable UUID id) {
        return views.idea(actor, id);
    }

    @GetMapping("/governance/decisions/{id}")
    ModelAndView decision(Actor actor, @PathVariable UUID id) {
        return views.decision(actor, id);
    }

    @PostMapping("/governance/decisions/{id}/receipt")
    ModelAndView receipt(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String receipt) {
        var address = new CodeAddress("/governance/decisions/" + id, receipt);
        var page = address.of(views.decision(actor, id));
        try {
            return page.addObject("receipt", receipt).addObject("state", ballots.check(id, receipt));
        } catch (Refused refused) {
            return Wrong.again(page.addObject("receipt", receipt), refused);
        }
    }

    @GetMapping("/governance/recount")
    ModelAndView recount() {
        return new ModelAndView("governance/recount");
    }
}

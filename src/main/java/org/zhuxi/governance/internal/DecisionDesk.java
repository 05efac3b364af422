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
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Observers;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Decisions at the desk: prepare, announce, enter paper, help, count. */
@Controller
class DecisionDesk {

    private static final String PATH = "/work/decisions";
    private static final int SEATS = 50;

    private final Decisions decisions;
    private final Ballots ballots;
    private final Counts counts;
    private final Observers observers;
    private final Views views;
    private final WorkPlaces places;

    DecisionDesk(
            Decisions decisions, Ballots ballots, Counts counts, Observers observers, Views views, WorkPlaces places) {
        this.decisions = decisions;
        this.ballots = ballots;
        this.counts = counts;
        this.observers = observers;
        this.views = views;
        this.places = places;
    }

    @GetMapping(PATH + "/new")
    ModelAndView begin(
            Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String idea) {
        var at = places.of(actor, GovernancePermissions.DECIDE, place);
        actor.require(GovernancePermissions.DECIDE, at.path());
        return form(Map.of("place", at.code(), "idea", idea), Ids.next());
    }

    @PostMapping(PATH)
    ModelAndView prepare(Actor actor, @RequestParam Map<String, String> fields) {
        var id = Forms.id(fields, "id");
        var at = places.of(actor, GovernancePermissions.DECIDE, fields.get("place"));
        actor.require(GovernancePermissions.DECIDE, at.path());
        try {
            var decision = decisions.prepare(actor, id, Forms.decision(fields), Origin.RECORDED);
            return new ModelAndView("redirect:" + PATH + "/" + decision.id());
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(form(fields, id), refused);
        }
    }

    private static ModelAndView form(Map<String, String> fields, UUID id) {
        return new ModelAndView("governance/decision-new")
                .addObject("fields", fields)
                .addObject("id", id)
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        return page(actor, id, q, after);
    }

    private ModelAndView page(Actor actor, UUID id, String q, @Nullable UUID after) {
        var decision = decisions.get(id);
        var seats = decisions.electorate(actor, id, q, SEATS, after);
        var next = seats.next();
        return views.filled(new ModelAndView("governance/work-decision"), decision)
                .addObject("seats", seats.items())
                .addObject("observers", observers.list(decision))
                .addObject("waiting", ballots.waiting(actor, id))
                .addObject("q", q)
                .addObject("next", next == null ? "" : Links.to(PATH + "/" + id, "q", q, "after", next))
                .addObject("mayDecide", actor.may(GovernancePermissions.DECIDE, decision.path()))
                .addObject("mayTell", actor.may(GovernancePermissions.TELLER, decision.path()))
                .addObject("receiptOf", null)
                .addObject("wrong", Wrong.nothing());
    }

    private ModelAndView acted(Actor actor, UUID id, Permission permission, String q, Runnable act) {
        actor.require(permission, decisions.get(id).path());
        try {
            act.run();
            return new ModelAndView("redirect:" + Links.to(PATH + "/" + id, "q", q));
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, q, null), (Refused) refused);
        }
    }

    @PostMapping(PATH + "/{id}/announcement")
    ModelAndView announce(Actor actor, @PathVariable UUID id) {
        return acted(actor, id, GovernancePermissions.DECIDE, "", () -> decisions.announce(actor, id));
    }

    @PostMapping(PATH + "/{id}/count")
    ModelAndView count(Actor actor, @PathVariable UUID id) {
        return acted(actor, id, GovernancePermissions.DECIDE, "", () -> counts.count(actor, id));
    }

    @PostMapping(PATH + "/{id}/annulment")
    ModelAndView annul(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor, id, GovernancePermissions.DECIDE, "", () -> decisions.annul(actor, id, fields.get("reason")));
    }

    @PostMapping(PATH + "/{id}/observers")
    ModelAndView observe(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.DECIDE,
                "",
                () -> observers.add(actor, id, Forms.id(fields, "observer"), fields.get("name")));
    }

    @PostMapping(PATH + "/{id}/observers/{observer}/statement")
    ModelAndView hear(
            Actor actor, @PathVariable UUID id, @PathVariable UUID observer, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.DECIDE,
                "",
                () -> observers.state(actor, id, observer, fields.get("statement")));
    }

    @PostMapping(PATH + "/{id}/rights/{right}/striking")
    ModelAndView strike(
            Actor actor, @PathVariable UUID id, @PathVariable UUID right, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.DECIDE,
                fields.getOrDefault("q", ""),
                () -> decisions.strike(actor, id, right, fields.get("reason")));
    }

    @PostMapping(PATH + "/{id}/rights/{right}/paper")
    ModelAndView enter(
            Actor actor, @PathVariable UUID id, @PathVariable UUID right, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.TELLER,
                fields.getOrDefault("q", ""),
                () -> ballots.enter(actor, id, right, Forms.choice(fields)));
    }

    @PostMapping(PATH + "/{id}/rights/{right}/assistance")
    ModelAndView assist(
            Actor actor, @PathVariable UUID id, @PathVariable UUID right, @RequestParam Map<String, String> fields) {
        actor.require(GovernancePermissions.TELLER, decisions.get(id).path());
        var q = fields.getOrDefault("q", "");
        try {
            var receipt = ballots.assist(
                    actor, id, right, Forms.id(fields, "ballot"), Forms.choice(fields), fields.get("helper"));
            return page(actor, id, q, null).addObject("receiptOf", receipt);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, q, null), (Refused) refused);
        }
    }
}

package org.zhuxi.governance.internal;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.VotingRule;
import org.zhuxi.governance.VotingRules;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Where offices say what they recognise of each kind of decision in their jurisdiction. */
@Controller
class VotingRulePages {

    private static final String PATH = "/work/voting-rules";
    private static final int MOST_NOTICE = 365;
    private static final int MOST_OPEN = 730;

    private final VotingRules rules;
    private final VotingRuleViews views;
    private final WorkPlaces places;

    VotingRulePages(VotingRules rules, VotingRuleViews views, WorkPlaces places) {
        this.rules = rules;
        this.views = views;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, @RequestParam @Nullable String place) {
        return page(place(actor, place), Map.of()).addObject("wrong", Wrong.nothing());
    }

    @PostMapping(PATH)
    ModelAndView set(Actor actor, @RequestParam Map<String, String> fields) {
        var at = place(actor, fields.get("place"));
        try {
            rules.set(actor, rule(at, fields));
            return back(at);
        } catch (Mistyped refused) {
            return Wrong.again(page(at, fields), refused);
        }
    }

    @PostMapping(PATH + "/withdrawal")
    ModelAndView withdraw(Actor actor, @RequestParam Map<String, String> fields) {
        var at = place(actor, fields.get("place"));
        rules.withdraw(actor, at.path(), kind(fields));
        return back(at);
    }

    private Place place(Actor actor, @Nullable String code) {
        var at = places.of(actor, GovernancePermissions.RULE, code);
        actor.require(GovernancePermissions.RULE, at.path());
        return at;
    }

    private ModelAndView page(Place at, Map<String, String> fields) {
        return new ModelAndView("governance/work-voting-rules")
                .addObject("at", at)
                .addObject("rules", views.of(at))
                .addObject("fields", fields);
    }

    private static ModelAndView back(Place at) {
        return new ModelAndView("redirect:" + Links.to(PATH, "place", at.code()));
    }

    private static DecisionKind kind(Map<String, String> fields) {
        return Typed.choice("kind", DecisionKind.class, fields.get("kind"));
    }

    private static VotingRule rule(Place at, Map<String, String> fields) {
        return new VotingRule(
                at.path(),
                kind(fields),
                fields.containsKey("recognised"),
                Typed.text(fields.get("channel")),
                days(fields, "noticeDays", MOST_NOTICE),
                days(fields, "leastDays", MOST_NOTICE),
                days(fields, "mostDays", MOST_OPEN),
                Typed.text(fields.get("source")));
    }

    private static int days(Map<String, String> fields, String name, int most) {
        return (int) Typed.whole(name, fields.get(name), 0, most);
    }
}

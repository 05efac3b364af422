package org.zhuxi.governance.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.Idea;
import org.zhuxi.governance.IdeaRemarks;
import org.zhuxi.governance.Ideas;
import org.zhuxi.governance.Meetings;
import org.zhuxi.governance.NewIdea;
import org.zhuxi.governance.Remark;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;

/** Residents: raise an idea, support it, vote, sign in to a meeting. */
@Controller
class MePages {

    private final Ideas ideas;
    private final IdeaRemarks remarks;
    private final Decisions decisions;
    private final Ballots ballots;
    private final Meetings meetings;
    private final Views views;

    MePages(Ideas ideas, IdeaRemarks remarks, Decisions decisions, Ballots ballots, Meetings meetings, Views views) {
        this.ideas = ideas;
        this.remarks = remarks;
        this.decisions = decisions;
        this.ballots = ballots;
        this.meetings = meetings;
        this.views = views;
    }

    @GetMapping("/me/governance")
    ModelAndView own(Actor actor) {
        return new ModelAndView("governance/me")
                .addObject("views", views)
                .addObject("ideas", ideas.own(actor))
                .addObject("decisions", decisions.own(actor))
                .addObject("home", views.homeOf(actor));
    }

    /** While a title is typed the page is asked for again, for the ideas that sound alike. */
    @GetMapping("/me/ideas/new")
    ModelAndView begin(Actor actor, @RequestParam Map<String, String> typed) {
        var fields = Map.of(
                "place", typed.getOrDefault("place", views.homeOf(actor)),
                "title", typed.getOrDefault("title", ""));
        return form(fields, Ids.next());
    }

    @PostMapping("/me/ideas")
    ModelAndView raise(Actor actor, @RequestParam Map<String, String> fields) {
        var id = Forms.id(fields, "id");
        try {
            var idea = ideas.raise(
                    actor,
                    id,
                    new NewIdea(fields.get("place"), fields.get("title"), fields.get("words")),
                    Origin.RECORDED);
            return new ModelAndView("redirect:/governance/ideas/" + idea.id());
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(form(fields, id), refused);
        }
    }

    private ModelAndView form(Map<String, String> fields, UUID id) {
        return new ModelAndView("governance/idea-new")
                .addObject("fields", fields)
                .addObject("alike", alike(fields))
                .addObject("id", id)
                .addObject("wrong", Wrong.nothing());
    }

    /** None while title or place cannot be read; the form says so when it is sent. */
    private List<Idea> alike(Map<String, String> fields) {
        try {
            return ideas.alike(fields.get("place"), fields.get("title"));
        } catch (GovernanceRefused | Mistyped unreadable) {
            return List.of();
        }
    }

    @PostMapping("/me/ideas/{id}/support")
    ModelAndView support(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(actor, id, fields, () -> {
            if (fields.containsKey("withdraw")) {
                ideas.withdrawSupport(actor, id);
            } else {
                ideas.support(actor, id);
            }
        });
    }

    @PostMapping("/me/ideas/{id}/remarks")
    ModelAndView remark(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                fields,
                () -> remarks.remark(
                        actor,
                        id,
                        Forms.id(fields, "remark"),
                        Typed.find(Remark.Kind.class, fields.get("kind")).orElse(Remark.Kind.COMMENT),
                        fields.get("words")));
    }

    private ModelAndView acted(Actor actor, UUID id, Map<String, String> fields, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:/governance/ideas/" + id);
        } catch (GovernanceRefused | Mistyped refused) {
            var page = views.idea(actor, id).addObject("words", Typed.text(fields.get("words")));
            return Wrong.again(page, refused);
        }
    }

    @GetMapping("/me/votes/{id}")
    ModelAndView vote(Actor actor, @PathVariable UUID id) {
        return ballot(actor, id, Map.of());
    }

    private ModelAndView ballot(Actor actor, UUID id, Map<String, String> fields) {
        var decision = decisions.published(id);
        var own = decisions.own(actor, decision);
        if (own.isEmpty()) {
            throw new GovernanceRefused.NotEntitled();
        }
        return views.filled(new ModelAndView("governance/vote"), decision)
                .addObject("own", own)
                .addObject("fields", fields)
                .addObject("ballot", Forms.id(fields, "ballot"))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping("/me/votes/{id}/ballots")
    ModelAndView cast(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var right = Forms.optionalId(fields, "right");
        try {
            if (right == null) {
                throw new GovernanceRefused.NotEntitled();
            }
            var ballot = Forms.id(fields, "ballot");
            var receipt = ballots.cast(actor, id, right, ballot, Forms.choice(fields));
            if (ballots.check(id, receipt.code()) == Ballots.ReceiptState.REPLACED) {
                throw new GovernanceRefused.Conflict(ballot);
            }
            return new ModelAndView("governance/receipt")
                    .addObject("decision", decisions.get(id))
                    .addObject("receipt", receipt);
        } catch (GovernanceRefused.NotEntitled refused) {
            throw refused;
        } catch (GovernanceRefused.Conflict refused) {
            // a page that was gone back to: what is chosen stays, the ballot becomes a new one
            var typed = new HashMap<>(fields);
            typed.remove("ballot");
            return Wrong.again(ballot(actor, id, typed), refused);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(ballot(actor, id, fields), refused);
        }
    }

    @GetMapping("/me/meetings/{id}")
    ModelAndView meeting(@PathVariable UUID id) {
        return meeting(id, "", false);
    }

    private ModelAndView meeting(UUID id, String code, boolean isIn) {
        var meeting = meetings.get(id);
        return new ModelAndView("governance/attend")
                .addObject("meeting", meeting)
                .addObject("place", views.place(meeting.path()))
                .addObject("code", code)
                .addObject("isIn", isIn)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping("/me/meetings/{id}/attendance")
    ModelAndView attend(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var code = Typed.text(fields.get("code"));
        try {
            meetings.attend(actor, id, code, fields.containsKey("online"));
            return meeting(id, code, true);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(meeting(id, code, false), (Refused) refused);
        }
    }
}

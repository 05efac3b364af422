package org.zhuxi.governance.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.zhuxi.governance.IdeaRemarks;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.Ideas;
import org.zhuxi.governance.Meetings;
import org.zhuxi.governance.NewStep;
import org.zhuxi.governance.Remark;
import org.zhuxi.governance.Venues;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Ideas at the desk: the list, one with its steps, remarks and meetings. */
@Controller
class IdeaDesk {

    private static final String PATH = "/work/ideas";
    private static final int PAGE = 30;
    private static final int CSV_PAGE = 500;

    private final Ideas ideas;
    private final IdeaRemarks remarks;
    private final Meetings meetings;
    private final Venues venues;
    private final Views views;
    private final WorkPlaces places;

    IdeaDesk(Ideas ideas, IdeaRemarks remarks, Meetings meetings, Venues venues, Views views, WorkPlaces places) {
        this.ideas = ideas;
        this.remarks = remarks;
        this.meetings = meetings;
        this.venues = venues;
        this.views = views;
        this.places = places;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            @RequestParam @Nullable UUID after) {
        var at = places.of(actor, GovernancePermissions.READ, place);
        actor.require(GovernancePermissions.READ, at.path());
        var found = ideas.list(
                at.path(), Typed.text(q), Typed.find(IdeaStage.class, stage).orElse(null), PAGE, after);
        var next = found.next();
        return new ModelAndView("governance/work-ideas")
                .addObject("place", at)
                .addObject("q", q)
                .addObject("stage", stage)
                .addObject("found", found)
                .addObject("views", views)
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code(), "q", q, "stage", stage))
                .addObject(
                        "next",
                        next == null ? "" : Links.to(PATH, "place", at.code(), "q", q, "stage", stage, "after", next));
    }

    @GetMapping(PATH + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String stage,
            HttpServletResponse response)
            throws IOException {
        var at = places.of(actor, GovernancePermissions.READ, place);
        actor.require(GovernancePermissions.READ, at.path());
        var only = Typed.find(IdeaStage.class, stage).orElse(null);
        try (var csv = CsvTable.download(response, "ideas-" + at.code(), new String[] {
            "id", "place", "title", "stage", "supporters", "raised_at", "result", "origin", "source"
        })) {
            @Nullable UUID after = null;
            do {
                var slice = ideas.list(at.path(), Typed.text(q), only, CSV_PAGE, after);
                for (var it : slice.items()) {
                    csv.row(
                            it.id(),
                            it.place(),
                            it.title(),
                            it.stage().name(),
                            it.supporters(),
                            it.raisedAt(),
                            it.result(),
                            it.origin().name(),
                            it.source());
                }
                var next = slice.next();
                after = next == null ? null : UUID.fromString(next);
            } while (after != null);
        }
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, "", Map.of());
    }

    private ModelAndView page(Actor actor, UUID id, String form, Map<String, String> fields) {
        var story = ideas.story(id);
        actor.require(GovernancePermissions.READ, story.idea().path());
        return new ModelAndView("governance/work-idea")
                .addObject("story", story)
                .addObject("venues", venues.of(story.idea().community()))
                .addObject("place", views.place(story.idea().path()))
                .addObject(
                        "mayManage",
                        actor.may(GovernancePermissions.MANAGE, story.idea().path()))
                .addObject("form", form)
                .addObject("fields", fields)
                .addObject("wrong", Wrong.nothing());
    }

    private ModelAndView acted(Actor actor, UUID id, String form, Map<String, String> fields, Runnable act) {
        try {
            actor.require(GovernancePermissions.MANAGE, ideas.get(id).path());
            act.run();
            return back(id);
        } catch (GovernanceRefused | Mistyped refused) {
            return again(actor, id, form, fields, refused);
        }
    }

    /** To the page of an idea. */
    ModelAndView back(UUID id) {
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }

    /** The page of an idea again, with what was typed into one of its forms. */
    ModelAndView again(Actor actor, UUID id, String form, Map<String, String> fields, Refused refused) {
        return Wrong.again(page(actor, id, form, fields), refused);
    }

    @PostMapping(PATH + "/{id}/steps")
    ModelAndView step(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                "step",
                fields,
                () -> ideas.step(
                        actor,
                        id,
                        new NewStep(
                                Typed.choice("stage", IdeaStage.class, fields.get("stage")),
                                fields.get("words"),
                                Forms.optionalId(fields, "link"))));
    }

    @PostMapping(PATH + "/{id}/meetings")
    ModelAndView call(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                "meeting",
                fields,
                () -> meetings.call(actor, Forms.id(fields, "meeting"), Forms.meeting(fields, id), Origin.RECORDED));
    }

    @PostMapping(PATH + "/{id}/meetings/{meeting}/minutes")
    ModelAndView hold(
            Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestParam Map<String, String> fields) {
        return acted(
                actor, id, "minutes-" + meeting, fields, () -> meetings.hold(actor, meeting, Forms.minutes(fields)));
    }

    @PostMapping(PATH + "/{id}/meetings/{meeting}/correction")
    ModelAndView correct(
            Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                "correction-" + meeting,
                fields,
                () -> meetings.correct(actor, meeting, Forms.minutes(fields), fields.get("reason")));
    }

    @PostMapping(PATH + "/{id}/meetings/{meeting}/striking")
    ModelAndView strike(
            Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestParam Map<String, String> fields) {
        return acted(
                actor, id, "striking-" + meeting, fields, () -> meetings.strike(actor, meeting, fields.get("reason")));
    }

    @PostMapping(PATH + "/{id}/meetings/{meeting}/cancellation")
    ModelAndView cancel(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting) {
        return acted(actor, id, "minutes-" + meeting, Map.of(), () -> meetings.cancel(actor, meeting));
    }

    @PostMapping(PATH + "/{id}/advice")
    ModelAndView advise(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                "advice",
                fields,
                () -> remarks.advise(
                        actor, id, Forms.id(fields, "remark"), fields.get("speaker"), fields.get("words")));
    }

    @PostMapping(PATH + "/{id}/remarks/{remark}/answer")
    ModelAndView answer(
            Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                "answer-" + remark,
                fields,
                () -> remarks.answer(
                        actor,
                        id,
                        remark,
                        Typed.choice("answer", Remark.Answer.class, fields.get("answer")),
                        fields.get("words")));
    }

    @PostMapping(PATH + "/{id}/remarks/{remark}/hiding")
    ModelAndView hide(
            Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestParam Map<String, String> fields) {
        return acted(actor, id, "hide-" + remark, fields, () -> remarks.hide(actor, id, remark, fields.get("reason")));
    }
}

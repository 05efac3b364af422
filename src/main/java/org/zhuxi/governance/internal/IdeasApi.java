package org.zhuxi.governance.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.IdeaRemarks;
import org.zhuxi.governance.IdeaStage;
import org.zhuxi.governance.Ideas;
import org.zhuxi.governance.Meetings;
import org.zhuxi.governance.Minutes;
import org.zhuxi.governance.NewIdea;
import org.zhuxi.governance.NewMeeting;
import org.zhuxi.governance.NewStep;
import org.zhuxi.governance.Remark;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;

/** Ideas and their meetings for programs; reading is open and names nobody. */
@RestController
@RequestMapping("/api/v1/ideas")
class IdeasApi {

    private final Ideas ideas;
    private final IdeaRemarks remarks;
    private final Meetings meetings;
    private final Lists lists;

    IdeasApi(Ideas ideas, IdeaRemarks remarks, Meetings meetings, Lists lists) {
        this.ideas = ideas;
        this.remarks = remarks;
        this.meetings = meetings;
        this.lists = lists;
    }

    record Said(Remark.@Nullable Kind kind, @Nullable String words) {}

    /** @param speaker profession of the expert */
    record Advice(@Nullable String speaker, @Nullable String words) {}

    record Correction(@Nullable Minutes minutes, @Nullable String reason) {}

    record Reason(@Nullable String reason) {}

    record Reply(Remark.@Nullable Answer answer, @Nullable String words) {}

    @GetMapping
    Items<IdeaJson> list(@ParameterObject Search search, @RequestParam(defaultValue = "") String stage) {
        var only = Typed.find(IdeaStage.class, stage).orElse(null);
        return Items.of(
                lists.forPrograms(search, (at, words, limit, after) -> ideas.list(at, words, only, limit, after)),
                IdeaJson::of);
    }

    @GetMapping("/{id}")
    IdeaJson.Story get(@PathVariable UUID id) {
        return IdeaJson.Story.of(ideas.story(id));
    }

    @PutMapping("/{id}")
    IdeaJson raise(Actor actor, @PathVariable UUID id, @RequestBody NewIdea body) {
        return IdeaJson.of(ideas.raise(actor, id, body, Origin.RECORDED));
    }

    @PutMapping("/{id}/support")
    IdeaJson support(Actor actor, @PathVariable UUID id) {
        ideas.support(actor, id);
        return IdeaJson.of(ideas.get(id));
    }

    @DeleteMapping("/{id}/support")
    IdeaJson withdraw(Actor actor, @PathVariable UUID id) {
        ideas.withdrawSupport(actor, id);
        return IdeaJson.of(ideas.get(id));
    }

    @PutMapping("/{id}/remarks/{remark}")
    IdeaJson.Story remark(Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestBody Said body) {
        remarks.remark(actor, id, remark, body.kind() == null ? Remark.Kind.COMMENT : body.kind(), body.words());
        return get(id);
    }

    @PostMapping("/{id}/remarks/{remark}/answer")
    IdeaJson.Story answer(Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestBody Reply body) {
        remarks.answer(actor, id, remark, body.answer(), body.words());
        return get(id);
    }

    @PutMapping("/{id}/advice/{remark}")
    IdeaJson.Story advise(Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestBody Advice body) {
        remarks.advise(actor, id, remark, body.speaker(), body.words());
        return get(id);
    }

    @PostMapping("/{id}/remarks/{remark}/hiding")
    IdeaJson.Story hide(Actor actor, @PathVariable UUID id, @PathVariable UUID remark, @RequestBody Reason body) {
        remarks.hide(actor, id, remark, body.reason());
        return get(id);
    }

    @PostMapping("/{id}/steps")
    IdeaJson step(Actor actor, @PathVariable UUID id, @RequestBody NewStep body) {
        return IdeaJson.of(ideas.step(actor, id, body));
    }

    @PutMapping("/{id}/meetings/{meeting}")
    IdeaJson.Gathering call(
            Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestBody NewMeeting body) {
        var about = new NewMeeting(
                body.place(),
                id,
                body.venue(),
                body.kind(),
                body.title(),
                body.startsAt(),
                body.agenda(),
                body.online());
        return IdeaJson.Gathering.of(meetings.call(actor, meeting, about, Origin.RECORDED));
    }

    @PostMapping("/{id}/meetings/{meeting}/minutes")
    IdeaJson.Gathering hold(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestBody Minutes body) {
        return IdeaJson.Gathering.of(meetings.hold(actor, about(id, meeting), body));
    }

    @PostMapping("/{id}/meetings/{meeting}/cancellation")
    IdeaJson.Gathering cancel(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting) {
        meetings.cancel(actor, about(id, meeting));
        return IdeaJson.Gathering.of(meetings.get(meeting));
    }

    @PostMapping("/{id}/meetings/{meeting}/correction")
    IdeaJson.Story correct(
            Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestBody Correction body) {
        var minutes = Typed.required("minutes", body.minutes());
        meetings.correct(actor, about(id, meeting), minutes, body.reason());
        return get(id);
    }

    @PostMapping("/{id}/meetings/{meeting}/striking")
    IdeaJson.Story strike(Actor actor, @PathVariable UUID id, @PathVariable UUID meeting, @RequestBody Reason body) {
        meetings.strike(actor, about(id, meeting), body.reason());
        return get(id);
    }

    /** The meeting, which must be on this idea. */
    private UUID about(UUID id, UUID meeting) {
        return meetings.get(id, meeting).id();
    }
}

package org.zhuxi.request.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.CallBacks;
import org.zhuxi.request.NewRequest;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestState;
import org.zhuxi.request.RequestTemplates;
import org.zhuxi.request.Requests;
import org.zhuxi.request.ServiceRequest;

/** One request at the desk, with all its forms. */
@Controller
@RequestMapping(InboxPages.PATH + "/{id}")
class DeskPages {

    private final RequestDesk desk;
    private final Requests requests;
    private final CallBacks callBacks;
    private final RequestTemplates templates;
    private final Accounts accounts;
    private final Placing placing;
    private final RequestGate gate;

    DeskPages(
            RequestDesk desk,
            Requests requests,
            CallBacks callBacks,
            RequestTemplates templates,
            Accounts accounts,
            Placing placing,
            RequestGate gate) {
        this.desk = desk;
        this.requests = requests;
        this.callBacks = callBacks;
        this.templates = templates;
        this.accounts = accounts;
        this.placing = placing;
        this.gate = gate;
    }

    @GetMapping
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, "", "");
    }

    /** @param form which form was sent; its words are kept */
    private ModelAndView page(Actor actor, UUID id, String form, String words) {
        var story = desk.story(actor, id);
        var request = story.request();
        return new ModelAndView("request/desk")
                .addObject("story", story)
                .addObject("reporter", desk.reporter(actor, id))
                .addObject("place", placing.label(request.place()))
                .addObject("assignee", assignee(request))
                .addObject("templates", templates.list(actor, request))
                .addObject("near", near(request))
                .addObject("mayRelease", actor.may(RequestPermissions.RELEASE, request.path()))
                .addObject(
                        "mayCallBack",
                        actor.may(RequestPermissions.CALL_BACK, request.path())
                                && !actor.account().equals(request.answeredBy()))
                .addObject("today", gate.today())
                .addObject("form", form)
                .addObject("typed", words)
                .addObject("wrong", Wrong.nothing());
    }

    private String assignee(ServiceRequest request) {
        var assignee = request.assignee();
        return assignee == null
                ? ""
                : accounts.findActor(assignee).map(Actor::name).orElse("");
    }

    /** Others about the same nearby, into which it could be merged. */
    private List<ServiceRequest> near(ServiceRequest it) {
        var same = new NewRequest(
                it.id(), null, it.place(), it.service(), "", "", it.location(), "", null, it.source(), false);
        return it.state().isOwed()
                ? requests.near(same).stream()
                        .filter(other -> !other.id().equals(it.id()))
                        .toList()
                : List.of();
    }

    @PostMapping("/moves")
    ModelAndView move(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String words,
            @RequestParam(defaultValue = "") String office) {
        return change(
                actor,
                id,
                "move",
                words,
                () -> desk.move(actor, id, Typed.find(RequestState.class, to).orElse(null), words, office));
    }

    @PostMapping("/assignment")
    ModelAndView assign(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String assignee) {
        return change(actor, id, "assign", assignee, () -> desk.assign(actor, id, assignee));
    }

    @PostMapping("/notes")
    ModelAndView note(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String note) {
        return change(actor, id, "note", note, () -> desk.note(actor, id, note));
    }

    @PostMapping("/merger")
    ModelAndView merge(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String into) {
        return change(actor, id, "merge", into, () -> desk.merge(actor, id, read(into)));
    }

    private static @Nullable UUID read(String typed) {
        try {
            return typed.isBlank() ? null : UUID.fromString(typed.strip());
        } catch (IllegalArgumentException e) {
            throw new org.zhuxi.request.RequestRefused.NoMerge();
        }
    }

    @PostMapping("/phone")
    ModelAndView verify(Actor actor, @PathVariable UUID id) {
        return change(actor, id, "", "", () -> desk.verifyPhone(actor, id));
    }

    @PostMapping("/release")
    ModelAndView release(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String publicWords) {
        return change(actor, id, "release", publicWords, () -> desk.release(actor, id, publicWords));
    }

    @PostMapping("/call-back")
    ModelAndView callBack(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String resolved,
            @RequestParam(defaultValue = "") String satisfaction,
            @RequestParam(defaultValue = "") String words) {
        return change(
                actor,
                id,
                "call-back",
                words,
                () -> callBacks.record(
                        actor, id, TrackPages.yesOrNo(resolved), TrackPages.rating(satisfaction), words));
    }

    private ModelAndView change(Actor actor, UUID id, String form, String words, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:" + InboxPages.PATH + "/" + id);
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            return Wrong.again(page(actor, id, form, words), refused);
        }
    }
}

package org.zhuxi.governance.internal;

import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.OpinionTalk;
import org.zhuxi.governance.Opinions;
import org.zhuxi.governance.internal.Lists.ListPage;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.platform.web.Wrong;

/** Talks and their maps for everybody, and at the desk. */
@Controller
class OpinionPages {

    private static final String PATH = "/governance/opinions";
    private static final String DESK = "/work/opinions";
    private static final ListPage ALL = new ListPage("governance/opinions", PATH, 30);
    private static final ListPage WORK = new ListPage("governance/work-opinions", DESK, 30);

    private final Opinions opinions;
    private final Views views;
    private final Lists lists;

    OpinionPages(Opinions opinions, Views views, Lists lists) {
        this.opinions = opinions;
        this.views = views;
        this.lists = lists;
    }

    @GetMapping(PATH)
    ModelAndView all(Search search) {
        return lists.open(ALL, search, opinions::list);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, Map.of());
    }

    private ModelAndView page(Actor actor, UUID id, Map<String, String> fields) {
        var talk = opinions.get(id);
        var isOpen = opinions.isOpenTo(actor, talk);
        return new ModelAndView("governance/opinion")
                .addObject("talk", talk)
                .addObject("place", views.place(talk.path()))
                .addObject("view", opinions.view(talk))
                .addObject("isOpen", isOpen)
                .addObject("next", isOpen ? opinions.next(actor, talk).orElse(null) : null)
                .addObject("fields", fields)
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping("/api/v1/opinions/{id}")
    @ResponseBody
    OpinionTalk.View api(@PathVariable UUID id) {
        return opinions.view(opinions.get(id));
    }

    @PostMapping("/me/opinions/{id}/votes")
    ModelAndView vote(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                fields,
                () -> opinions.vote(
                        actor,
                        id,
                        Typed.required("statement", Forms.optionalId(fields, "statement")),
                        Typed.choice("vote", OpinionTalk.Vote.class, fields.get("vote"))));
    }

    @PostMapping("/me/opinions/{id}/statements")
    ModelAndView say(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor, id, fields, () -> opinions.say(actor, id, Forms.id(fields, "statement"), fields.get("words")));
    }

    private ModelAndView acted(Actor actor, UUID id, Map<String, String> fields, Runnable act) {
        try {
            act.run();
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, fields), (Refused) refused);
        }
    }

    @GetMapping(DESK)
    ModelAndView list(Actor actor, Search search) {
        return lists.desk(actor, WORK, search, opinions::list, Map.of());
    }

    @PostMapping(DESK)
    ModelAndView begin(Actor actor, @RequestParam Map<String, String> fields) {
        return lists.add(actor, WORK, opinions::list, fields, place -> DESK + "/" + begun(actor, place, fields));
    }

    private UUID begun(Actor actor, Place place, Map<String, String> fields) {
        return opinions.begin(
                        actor,
                        Forms.id(fields, "id"),
                        place.code(),
                        fields.get("title"),
                        fields.get("words"),
                        Typed.day("closesOn", fields.get("closesOn")),
                        fields.get("seeds"),
                        Origin.RECORDED)
                .id();
    }

    @GetMapping(DESK + "/{id}")
    ModelAndView work(Actor actor, @PathVariable UUID id) {
        var talk = opinions.get(id);
        return new ModelAndView("governance/work-opinion")
                .addObject("talk", talk)
                .addObject("place", views.place(talk.path()))
                .addObject("statements", opinions.statements(actor, talk))
                .addObject("mayManage", actor.may(GovernancePermissions.MANAGE, talk.path()))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(DESK + "/{id}/statements/{statement}/hiding")
    ModelAndView hide(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID statement,
            @RequestParam Map<String, String> fields) {
        actor.require(GovernancePermissions.MANAGE, opinions.get(id).path());
        try {
            opinions.hide(actor, id, statement, fields.get("reason"));
            return new ModelAndView("redirect:" + DESK + "/" + id);
        } catch (Mistyped refused) {
            return Wrong.again(work(actor, id), refused);
        }
    }
}

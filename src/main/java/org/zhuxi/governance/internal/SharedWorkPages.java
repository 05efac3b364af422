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
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWorks;
import org.zhuxi.governance.internal.Lists.ListPage;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.web.Wrong;

/** Shared works for everybody: what is planned, what it costs, and for those who live there what each dwelling pays. */
@Controller
class SharedWorkPages {

    private static final String PATH = "/governance/works";
    private static final ListPage ALL = new ListPage("governance/works", PATH, 30);

    private final SharedWorks works;
    private final Views views;
    private final Lists lists;
    private final Desk desk;

    SharedWorkPages(SharedWorks works, Views views, Lists lists, Desk desk) {
        this.works = works;
        this.views = views;
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping(PATH)
    ModelAndView list(Search search) {
        return lists.open(ALL, search, works::list);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, Map.of());
    }

    private ModelAndView page(Actor actor, UUID id, Map<String, String> fields) {
        var story = works.published(actor, id);
        var work = story.work();
        var until = work.objectionsUntil();
        return new ModelAndView("governance/work")
                .addObject("story", story)
                .addObject("place", views.place(work.path()))
                .addObject("fields", fields)
                .addObject(
                        "mayObject",
                        work.state() == SharedWork.State.PUBLICISED
                                && until != null
                                && !desk.today().isAfter(until)
                                && actor.isSignedIn()
                                && desk.belongs(actor, work.community(), work.path()))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping("/me/works/{id}/objections")
    ModelAndView object(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        try {
            works.object(actor, id, Forms.id(fields, "objection"), fields.get("words"));
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, fields), (Refused) refused);
        }
    }

    @GetMapping("/api/v1/works/{id}")
    @ResponseBody
    SharedWorkJson api(Actor actor, @PathVariable UUID id) {
        return SharedWorkJson.of(works.published(actor, id));
    }
}

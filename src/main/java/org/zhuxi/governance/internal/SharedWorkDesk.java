package org.zhuxi.governance.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.SharedWork;
import org.zhuxi.governance.SharedWorks;
import org.zhuxi.governance.internal.Lists.ListPage;
import org.zhuxi.governance.internal.Lists.Source;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Permission;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Wrong;

/** Shared works at the desk: work out, publicise, print the sheet, enter signatures, answer, agree, finish. */
@Controller
class SharedWorkDesk {

    private static final String PATH = "/work/shared-works";
    private static final ListPage WORK = new ListPage("governance/work-works", PATH, 30);

    private final SharedWorks works;
    private final Views views;
    private final Lists lists;

    SharedWorkDesk(SharedWorks works, Views views, Lists lists) {
        this.works = works;
        this.views = views;
        this.lists = lists;
    }

    @GetMapping(PATH)
    ModelAndView list(Actor actor, Search search) {
        return lists.desk(actor, WORK, search, drafts(actor), Map.of());
    }

    @PostMapping(PATH)
    ModelAndView prepare(Actor actor, @RequestParam Map<String, String> fields) {
        return lists.add(actor, WORK, drafts(actor), fields, place -> {
            var work = works.prepare(actor, Forms.id(fields, "id"), Forms.work(fields), Origin.RECORDED);
            return PATH + "/" + work.id();
        });
    }

    private Source<SharedWork> drafts(Actor actor) {
        return (at, words, limit, after) -> works.work(actor, at, words, limit, after);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return page(actor, id, Map.of());
    }

    private ModelAndView page(Actor actor, UUID id, Map<String, String> fields) {
        var story = works.story(actor, id);
        var path = story.work().path();
        return new ModelAndView("governance/work-work")
                .addObject("story", story)
                .addObject("place", views.place(path))
                .addObject("fields", fields)
                .addObject("mayManage", actor.may(GovernancePermissions.MANAGE, path))
                .addObject("mayTell", actor.may(GovernancePermissions.TELLER, path))
                .addObject("mayDecide", actor.may(GovernancePermissions.DECIDE, path))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping(PATH + "/{id}/sheet")
    ModelAndView sheet(Actor actor, @PathVariable UUID id) {
        var story = works.story(actor, id);
        return new ModelAndView("governance/work-sheet")
                .addObject("story", story)
                .addObject("place", views.place(story.work().path()));
    }

    @GetMapping(PATH + "/{id}/shares.csv")
    void csv(Actor actor, @PathVariable UUID id, HttpServletResponse response) throws IOException {
        var story = works.story(actor, id);
        try (var csv = CsvTable.download(response, "shares-" + story.work().place(), new String[] {
            "place", "floor", "area_m2", "coefficient", "share_yuan", "yearly_yuan", "consent", "signed_on"
        })) {
            for (var it : story.shares()) {
                csv.row(
                        it.place(),
                        it.floor(),
                        BigDecimal.valueOf(it.areaCentiM2(), 2),
                        BigDecimal.valueOf(it.coefficientMilli(), 3),
                        BigDecimal.valueOf(it.shareFen(), 2),
                        BigDecimal.valueOf(it.runningFen(), 2),
                        it.consent().name(),
                        it.signedOn());
            }
        }
    }

    private ModelAndView acted(Actor actor, UUID id, Permission permission, Map<String, String> fields, Runnable act) {
        actor.require(permission, works.get(id).path());
        try {
            act.run();
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, fields), (Refused) refused);
        }
    }

    @PostMapping(PATH + "/{id}/publication")
    ModelAndView publicise(Actor actor, @PathVariable UUID id) {
        return acted(actor, id, GovernancePermissions.MANAGE, Map.of(), () -> works.publicise(actor, id));
    }

    @PostMapping(PATH + "/{id}/signatures")
    ModelAndView sign(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.TELLER,
                fields,
                () -> works.sign(
                        actor,
                        id,
                        fields.get("dwelling"),
                        Typed.choice("consent", SharedWork.Consent.class, fields.get("consent")),
                        Typed.optionalDay("signedOn", fields.get("signedOn")).orElse(null)));
    }

    @PostMapping(PATH + "/{id}/objections/{objection}/answer")
    ModelAndView answer(
            Actor actor,
            @PathVariable UUID id,
            @PathVariable UUID objection,
            @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.MANAGE,
                fields,
                () -> works.answer(actor, id, objection, fields.get("answer")));
    }

    @PostMapping(PATH + "/{id}/agreement")
    ModelAndView agree(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                GovernancePermissions.DECIDE,
                fields,
                () -> works.agree(actor, id, Forms.optionalId(fields, "decision")));
    }

    @PostMapping(PATH + "/{id}/completion")
    ModelAndView finish(Actor actor, @PathVariable UUID id) {
        return acted(actor, id, GovernancePermissions.MANAGE, Map.of(), () -> works.finish(actor, id));
    }

    @PostMapping(PATH + "/{id}/withdrawal")
    ModelAndView withdraw(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor, id, GovernancePermissions.MANAGE, fields, () -> works.withdraw(actor, id, fields.get("reason")));
    }
}

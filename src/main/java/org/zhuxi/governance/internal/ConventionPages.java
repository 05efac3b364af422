package org.zhuxi.governance.internal;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Convention;
import org.zhuxi.governance.Conventions;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.governance.internal.Lists.ListPage;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.platform.web.Wrong;

/** Conventions for everybody, and at the desk. */
@Controller
class ConventionPages {

    private static final String PATH = "/governance/conventions";
    private static final String DESK = "/work/conventions";
    private static final ListPage ALL = new ListPage("governance/conventions", PATH, 30);
    private static final ListPage WORK = new ListPage("governance/work-conventions", DESK, 30);

    private final Conventions conventions;
    private final Views views;
    private final Lists lists;
    private final Desk desk;

    ConventionPages(Conventions conventions, Views views, Lists lists, Desk desk) {
        this.conventions = conventions;
        this.views = views;
        this.lists = lists;
        this.desk = desk;
    }

    @GetMapping(PATH)
    ModelAndView all(Search search) {
        return lists.open(ALL, search, conventions::list);
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        return page(actor, id, version, Map.of());
    }

    private ModelAndView page(Actor actor, UUID id, @Nullable Integer version, Map<String, String> fields) {
        var convention = conventions.get(id);
        return new ModelAndView("governance/convention")
                .addObject("convention", convention)
                .addObject("story", conventions.story(id, version).orElse(null))
                .addObject("place", views.place(convention.path()))
                .addObject("fields", fields)
                .addObject(
                        "belongs", actor.isSignedIn() && desk.belongs(actor, convention.community(), convention.path()))
                .addObject("wrong", Wrong.nothing());
    }

    @GetMapping("/api/v1/conventions/{id}")
    @ResponseBody
    ConventionJson api(@PathVariable UUID id, @RequestParam(required = false) @Nullable Integer version) {
        return conventions.story(id, version).map(ConventionJson::of).orElseThrow(() -> new Refused.NotFound(id));
    }

    @PostMapping("/me/conventions/{id}/remarks")
    ModelAndView remark(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        try {
            conventions.remark(
                    actor,
                    id,
                    Forms.id(fields, "remark"),
                    (int) Typed.whole("clause", fields.get("clause"), 1, 300),
                    fields.get("words"));
            return new ModelAndView("redirect:" + PATH + "/" + id);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, null, fields), (Refused) refused);
        }
    }

    @GetMapping(DESK)
    ModelAndView list(Actor actor, Search search) {
        return lists.desk(actor, WORK, search, conventions::list, Map.of());
    }

    @PostMapping(DESK)
    ModelAndView begin(Actor actor, @RequestParam Map<String, String> fields) {
        return lists.add(actor, WORK, conventions::list, fields, place -> DESK + "/" + begun(actor, place, fields));
    }

    private UUID begun(Actor actor, Place place, Map<String, String> fields) {
        return conventions
                .begin(
                        actor,
                        Forms.id(fields, "id"),
                        place.code(),
                        Typed.choice("kind", Convention.Kind.class, fields.get("kind")),
                        fields.get("title"),
                        Origin.RECORDED,
                        "")
                .id();
    }

    @GetMapping(DESK + "/{id}")
    ModelAndView open(Actor actor, @PathVariable UUID id) {
        return work(actor, id, Map.of());
    }

    private ModelAndView work(Actor actor, UUID id, Map<String, String> fields) {
        var convention = conventions.get(id);
        actor.require(GovernancePermissions.READ, convention.path());
        return new ModelAndView("governance/work-convention")
                .addObject("convention", convention)
                .addObject("story", conventions.story(id, null).orElse(null))
                .addObject("place", views.place(convention.path()))
                .addObject("fields", fields)
                .addObject("mayEducate", actor.may(GovernancePermissions.EDUCATE, convention.path()))
                .addObject("mayManage", actor.may(GovernancePermissions.MANAGE, convention.path()))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(DESK + "/{id}/drafts")
    ModelAndView draft(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(actor, id, fields, () -> conventions.draft(actor, id, fields.get("clauses")));
    }

    @PostMapping(DESK + "/{id}/adoption")
    ModelAndView adopt(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                fields,
                () -> conventions.adopt(
                        actor,
                        id,
                        Forms.optionalId(fields, "decision"),
                        fields.get("resolution"),
                        Typed.optionalDay("on", fields.get("on")).orElse(null)));
    }

    @PostMapping(DESK + "/{id}/appraisals")
    ModelAndView appraise(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return acted(
                actor,
                id,
                fields,
                () -> conventions.appraise(
                        actor, id, (int) Typed.whole("year", fields.get("year"), 0, 9_999), fields.get("appraisal")));
    }

    private ModelAndView acted(Actor actor, UUID id, Map<String, String> fields, Runnable act) {
        actor.require(GovernancePermissions.MANAGE, conventions.get(id).path());
        try {
            act.run();
            return new ModelAndView("redirect:" + DESK + "/" + id);
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(work(actor, id, fields), (Refused) refused);
        }
    }
}

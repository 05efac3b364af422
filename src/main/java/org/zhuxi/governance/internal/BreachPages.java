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
import org.zhuxi.governance.BreachNote;
import org.zhuxi.governance.BreachNote.State;
import org.zhuxi.governance.BreachNotes;
import org.zhuxi.governance.Conventions;
import org.zhuxi.governance.GovernancePermissions;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Breaches of a convention, for the desk of the community alone. */
@Controller
class BreachPages {

    private static final String LIST = "/work/conventions/{id}/breaches";
    private static final String ONE = LIST + "/{note}";
    private static final int PAGE = 50;

    private final BreachNotes notes;
    private final Conventions conventions;
    private final Views views;

    BreachPages(BreachNotes notes, Conventions conventions, Views views) {
        this.notes = notes;
        this.conventions = conventions;
        this.views = views;
    }

    private static String list(UUID convention) {
        return LIST.replace("{id}", convention.toString());
    }

    private static String one(UUID convention, UUID note) {
        return list(convention) + "/" + note;
    }

    @GetMapping(LIST)
    ModelAndView list(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String state,
            @RequestParam @Nullable UUID after) {
        return page(actor, id, state, after, Map.of());
    }

    private ModelAndView page(Actor actor, UUID id, String state, @Nullable UUID after, Map<String, String> fields) {
        var only = Typed.find(State.class, state).orElse(null);
        var found = notes.list(actor, id, only, PAGE, after);
        var convention = conventions.get(id);
        var next = found.next();
        return new ModelAndView("governance/breaches")
                .addObject("convention", convention)
                .addObject("clauses", conventions.inForce(convention))
                .addObject("counts", notes.counts(actor, id))
                .addObject("found", found.items())
                .addObject("views", views)
                .addObject("state", state)
                .addObject("next", next == null ? "" : Links.to(list(id), "state", state, "after", next))
                .addObject("fields", fields)
                .addObject("fresh", Forms.id(fields, "note"))
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(LIST)
    ModelAndView note(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        actor.require(GovernancePermissions.EDUCATE, conventions.get(id).path());
        try {
            var typed = new BreachNote.Typed(
                    fields.get("place"),
                    Forms.number(fields, "clause"),
                    Typed.optionalDay("seenOn", fields.get("seenOn")).orElse(null),
                    fields.get("words"));
            var note = notes.note(actor, id, Forms.id(fields, "note"), typed, Origin.RECORDED);
            return new ModelAndView("redirect:" + one(id, note.id()));
        } catch (GovernanceRefused | Mistyped refused) {
            return Wrong.again(page(actor, id, "", null, fields), (Refused) refused);
        }
    }

    @GetMapping(ONE)
    ModelAndView show(Actor actor, @PathVariable UUID id, @PathVariable UUID note) {
        return one(notes.get(actor, id, note), Map.of());
    }

    private ModelAndView one(BreachNote note, Map<String, String> fields) {
        return new ModelAndView("governance/breach")
                .addObject("convention", conventions.get(note.convention()))
                .addObject("note", note)
                .addObject("place", views.place(note.path()))
                .addObject("steps", notes.steps(note))
                .addObject("fields", fields)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(ONE + "/steps")
    ModelAndView follow(
            Actor actor, @PathVariable UUID id, @PathVariable UUID note, @RequestParam Map<String, String> fields) {
        var found = notes.get(actor, id, note);
        try {
            notes.follow(
                    actor,
                    id,
                    note,
                    Typed.choice("state", State.class, fields.get("state")),
                    Typed.optionalDay("on", fields.get("on")).orElse(null),
                    fields.get("words"));
            return new ModelAndView("redirect:" + one(id, note));
        } catch (Mistyped refused) {
            return Wrong.again(one(found, fields), refused);
        }
    }

    @PostMapping(ONE + "/removal")
    ModelAndView remove(Actor actor, @PathVariable UUID id, @PathVariable UUID note) {
        notes.remove(actor, id, note);
        return new ModelAndView("redirect:" + list(id));
    }
}

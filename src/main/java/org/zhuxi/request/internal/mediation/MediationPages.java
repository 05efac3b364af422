package org.zhuxi.request.internal.mediation;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.internal.FormAgain;
import org.zhuxi.request.internal.Placing;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.mediation.Mediation.Form;
import org.zhuxi.request.mediation.MediationPermissions;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.MediationTable;
import org.zhuxi.request.mediation.Mediations;

/** Mediation at the desk: the list with its rate, one file with what can be done next, the agreement to be printed. */
@Controller
class MediationPages {

    static final String PATH = "/work/mediations";
    private static final int PAGE = 30;
    private static final int NAME = 60;

    private final Mediations mediations;
    private final MediationTable table;
    private final WorkPlaces work;
    private final Placing placing;
    private final RequestGate gate;

    MediationPages(Mediations mediations, MediationTable table, WorkPlaces work, Placing placing, RequestGate gate) {
        this.mediations = mediations;
        this.table = table;
        this.work = work;
        this.placing = placing;
        this.gate = gate;
    }

    @GetMapping(PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam @Nullable UUID after) {
        var at = work.of(actor, MediationPermissions.MEDIATE, place);
        var wanted = Typed.find(MediationState.class, state).orElse(null);
        var name = name(q);
        var found = mediations.list(actor, at.path(), wanted, name, PAGE, after);
        var next = found.next();
        var year = gate.today().getYear();
        return new ModelAndView("request/mediation/work")
                .addObject("place", at)
                .addObject("state", wanted)
                .addObject("q", name)
                .addObject("found", found)
                .addObject("placing", placing)
                .addObject("today", gate.today())
                .addObject("rate", mediations.rate(at.path(), year))
                .addObject("csv", Links.to(PATH + ".csv", "place", at.code(), "state", state))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(PATH, "place", at.code(), "state", state, "q", name, "after", next));
    }

    static String name(String typed) {
        var name = Typed.text(typed).replace("\0", "");
        return name.length() > NAME ? name.substring(0, NAME) : name;
    }

    @GetMapping(PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return show(actor, id, "", Map.of());
    }

    private ModelAndView show(Actor actor, UUID id, String form, Map<String, String> typed) {
        var file = mediations.get(actor, id);
        return new ModelAndView("request/mediation/file")
                .addObject("file", file)
                .addObject("place", placing.label(file.mediation().place()))
                .addObject("today", gate.today())
                .addObject("form", form)
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    /** The agreement, to be printed and signed. */
    @GetMapping(PATH + "/{id}/agreement")
    ModelAndView agreement(Actor actor, @PathVariable UUID id) {
        var file = mediations.get(actor, id);
        if (file.mediation().form() == null) {
            throw new Refused.NotFound(id);
        }
        return new ModelAndView("request/mediation/agreement")
                .addObject("file", file)
                .addObject("place", placing.label(file.mediation().place()));
    }

    @PostMapping(PATH + "/{id}/moves")
    ModelAndView move(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return kept(actor, id, "move", fields, () -> {
            var to = Typed.find(MediationState.class, fields.get("to")).orElse(null);
            table.move(actor, id, to, fields.get("words"));
        });
    }

    @PostMapping(PATH + "/{id}/sessions")
    ModelAndView sit(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return kept(
                actor,
                id,
                "session",
                fields,
                () -> table.sit(
                        actor,
                        id,
                        Typed.optionalDay("heldOn", fields.get("heldOn")).orElse(null),
                        fields.get("minutes")));
    }

    @PostMapping(PATH + "/{id}/extension")
    ModelAndView extend(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return kept(actor, id, "extend", fields, () -> table.extend(actor, id, fields.get("words")));
    }

    @PostMapping(PATH + "/{id}/agreement")
    ModelAndView draft(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return kept(
                actor,
                id,
                "draft",
                fields,
                () -> table.draft(
                        actor,
                        id,
                        Typed.find(Form.class, fields.get("form")).orElse(null),
                        fields.get("terms"),
                        Typed.optionalDay("performOn", fields.get("performOn")).orElse(null)));
    }

    @PostMapping(PATH + "/{id}/signing")
    ModelAndView sign(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return kept(
                actor,
                id,
                "sign",
                fields,
                () -> table.sign(
                        actor,
                        id,
                        Typed.optionalDay("signedOn", fields.get("signedOn")).orElse(null)));
    }

    @PostMapping(PATH + "/{id}/follow-ups")
    ModelAndView follow(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        return kept(
                actor,
                id,
                "follow",
                fields,
                () -> table.follow(
                        actor,
                        id,
                        Typed.optionalDay("followedOn", fields.get("followedOn"))
                                .orElse(null),
                        fields.get("words")));
    }

    private ModelAndView kept(Actor actor, UUID id, String form, Map<String, String> fields, Runnable change) {
        return FormAgain.of(
                () -> {
                    change.run();
                    return new ModelAndView("redirect:" + PATH + "/" + id);
                },
                () -> show(actor, id, form, fields));
    }
}

package org.zhuxi.request.internal.mediation;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Wrong;
import org.zhuxi.request.internal.FormAgain;
import org.zhuxi.request.mediation.Dispute;
import org.zhuxi.request.mediation.Mediation;
import org.zhuxi.request.mediation.Mediation.Way;
import org.zhuxi.request.mediation.MediationPermissions;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.Mediations;
import org.zhuxi.request.mediation.NewMediation;
import org.zhuxi.request.mediation.Party;

/** The form for a new mediation, and the table without names. */
@Controller
class NewMediationPages {

    private static final int CSV_PAGE = 500;
    private static final String[] HEADS = {
        "id",
        "place",
        "dispute",
        "way",
        "state",
        "applied_on",
        "accepted_on",
        "due_on",
        "form",
        "concluded_on",
        "perform_on",
        "ended_on",
        "origin"
    };

    private final Mediations mediations;
    private final WorkPlaces work;

    NewMediationPages(Mediations mediations, WorkPlaces work) {
        this.mediations = mediations;
        this.work = work;
    }

    /** @param request id of the request it comes from */
    @GetMapping(MediationPages.PATH + "/new")
    ModelAndView form(
            Actor actor, @RequestParam @Nullable String place, @RequestParam(defaultValue = "") String request) {
        var at = work.of(actor, MediationPermissions.MEDIATE, place);
        actor.require(MediationPermissions.MEDIATE, at.path());
        return form(Map.of("id", Ids.next().toString(), "place", at.code(), "request", request));
    }

    private static ModelAndView form(Map<String, String> typed) {
        return new ModelAndView("request/mediation/new")
                .addObject("typed", typed)
                .addObject("wrong", Wrong.nothing());
    }

    @PostMapping(MediationPages.PATH)
    ModelAndView open(Actor actor, @RequestParam Map<String, String> fields) {
        return FormAgain.of(
                () -> {
                    var typed = new NewMediation(
                            id("id", fields).orElseGet(Ids::next),
                            fields.get("place"),
                            Typed.find(Dispute.class, fields.get("dispute")).orElse(null),
                            Typed.find(Way.class, fields.get("way")).orElse(null),
                            id("request", fields).orElse(null),
                            fields.get("facts"),
                            parties(fields.get("parties")));
                    var it = mediations.open(actor, typed, Origin.RECORDED);
                    return new ModelAndView("redirect:" + MediationPages.PATH + "/" + it.id());
                },
                () -> form(fields));
    }

    private static java.util.Optional<UUID> id(String field, Map<String, String> fields) {
        var typed = Typed.text(fields.get(field));
        try {
            return typed.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(UUID.fromString(typed));
        } catch (IllegalArgumentException e) {
            throw new Mistyped.NoChoice(field);
        }
    }

    /** One a line: a name, and after a comma the telephone. */
    static List<Party> parties(@Nullable String typed) {
        return Typed.text(typed)
                .lines()
                .filter(line -> !line.isBlank())
                .map(line -> line.split("[,，;；\t]", 2))
                .map(parts -> new Party(parts[0].strip(), parts.length > 1 ? parts[1].strip() : ""))
                .toList();
    }

    /** What stands in the list, without a name or a word of what was said. */
    @GetMapping(MediationPages.PATH + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, MediationPermissions.MEDIATE, place);
        var wanted = Typed.find(MediationState.class, state).orElse(null);
        var page = mediations.list(actor, at.path(), wanted, "", CSV_PAGE, null);
        try (var csv = CsvTable.download(response, "mediations-" + at.code(), HEADS)) {
            while (true) {
                for (var it : page.items()) {
                    csv.row(cells(it));
                }
                var next = page.next();
                if (next == null) {
                    return;
                }
                page = mediations.list(actor, at.path(), wanted, "", CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    private static @Nullable Object[] cells(Mediation it) {
        var form = it.form();
        return new @Nullable Object[] {
            it.id(),
            it.place(),
            it.dispute().name(),
            it.way().name(),
            it.state().name(),
            it.appliedOn(),
            it.acceptedOn(),
            it.due(),
            form == null ? null : form.name(),
            it.concludedOn(),
            it.performOn(),
            it.endedOn(),
            it.origin().name()
        };
    }
}

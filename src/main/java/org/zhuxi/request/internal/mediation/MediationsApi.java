package org.zhuxi.request.internal.mediation;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.mediation.Dispute;
import org.zhuxi.request.mediation.Mediation;
import org.zhuxi.request.mediation.Mediation.Form;
import org.zhuxi.request.mediation.Mediation.Way;
import org.zhuxi.request.mediation.MediationFile;
import org.zhuxi.request.mediation.MediationPermissions;
import org.zhuxi.request.mediation.MediationRate;
import org.zhuxi.request.mediation.MediationState;
import org.zhuxi.request.mediation.MediationStep;
import org.zhuxi.request.mediation.MediationTable;
import org.zhuxi.request.mediation.Mediations;
import org.zhuxi.request.mediation.NewMediation;
import org.zhuxi.request.mediation.Party;

/** Mediation for programs of mediators; the numbers of a year for everybody. */
@RestController
@RequestMapping("/api/v1/mediations")
class MediationsApi {

    private static final int PAGE = 100;
    private static final int FIRST_YEAR = 2000;

    private final Mediations mediations;
    private final MediationTable table;
    private final WorkPlaces work;
    private final RequestGate gate;

    MediationsApi(Mediations mediations, MediationTable table, WorkPlaces work, RequestGate gate) {
        this.mediations = mediations;
        this.table = table;
        this.work = work;
        this.gate = gate;
    }

    /** A mediation without a name or a word of what was said. */
    record Line(
            UUID id,
            String place,
            Dispute dispute,
            Way way,
            @Nullable UUID request,
            MediationState state,
            LocalDate appliedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable LocalDate due,
            @Nullable Form form,
            @Nullable LocalDate performOn,
            @Nullable LocalDate concludedOn,
            @Nullable LocalDate endedOn,
            String origin) {

        static Line of(Mediation it) {
            return new Line(
                    it.id(),
                    it.place(),
                    it.dispute(),
                    it.way(),
                    it.request(),
                    it.state(),
                    it.appliedOn(),
                    it.acceptedOn(),
                    it.due(),
                    it.form(),
                    it.performOn(),
                    it.concludedOn(),
                    it.endedOn(),
                    it.origin().name());
        }
    }

    record Items(List<Line> items, @Nullable String next) {}

    record Whole(Line mediation, String facts, String terms, List<Party> parties, List<MediationStep> steps) {

        static Whole of(MediationFile file) {
            var it = file.mediation();
            return new Whole(Line.of(it), it.facts(), it.terms(), file.parties(), file.steps());
        }
    }

    record Opened(
            @Nullable String place,
            @Nullable Dispute dispute,
            @Nullable Way way,
            @Nullable UUID request,
            @Nullable String facts,
            @Nullable List<Party> parties) {}

    record Move(@Nullable MediationState to, @Nullable String words) {}

    record Sat(@Nullable LocalDate heldOn, @Nullable String minutes) {}

    record Draft(
            @Nullable Form form,
            @Nullable String terms,
            @Nullable LocalDate performOn) {}

    record Signed(@Nullable LocalDate signedOn) {}

    record Followed(
            @Nullable LocalDate followedOn, @Nullable String words) {}

    record Extended(@Nullable String words) {}

    @GetMapping
    Items list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = work.of(actor, MediationPermissions.MEDIATE, place);
        var wanted = Typed.find(MediationState.class, state).orElse(null);
        var found = mediations.list(actor, at.path(), wanted, MediationPages.name(q), PAGE, after);
        return new Items(found.items().stream().map(Line::of).toList(), found.next());
    }

    /** Numbers alone, and both of the rate. */
    @GetMapping("/rate")
    MediationRate rate(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable Integer year) {
        var today = gate.today().getYear();
        var asked = year == null ? today : year;
        if (asked < FIRST_YEAR || asked > today) {
            throw new Mistyped.OutOfRange("year", FIRST_YEAR, today);
        }
        return mediations.rate(work.open(place).path(), asked);
    }

    @GetMapping("/{id}")
    Whole get(Actor actor, @PathVariable UUID id) {
        return Whole.of(mediations.get(actor, id));
    }

    @PutMapping("/{id}")
    Line open(Actor actor, @PathVariable UUID id, @RequestBody Opened body) {
        var parties = body.parties() == null
                ? List.<Party>of()
                : body.parties().stream().filter(Objects::nonNull).toList();
        return Line.of(mediations.open(
                actor,
                new NewMediation(id, body.place(), body.dispute(), body.way(), body.request(), body.facts(), parties),
                Origin.RECORDED));
    }

    @PostMapping("/{id}/moves")
    Line move(Actor actor, @PathVariable UUID id, @RequestBody Move body) {
        return Line.of(table.move(actor, id, body.to(), body.words()));
    }

    @PostMapping("/{id}/sessions")
    Line sit(Actor actor, @PathVariable UUID id, @RequestBody Sat body) {
        return Line.of(table.sit(actor, id, body.heldOn(), body.minutes()));
    }

    @PostMapping("/{id}/extension")
    Line extend(Actor actor, @PathVariable UUID id, @RequestBody Extended body) {
        return Line.of(table.extend(actor, id, body.words()));
    }

    @PutMapping("/{id}/agreement")
    Line draft(Actor actor, @PathVariable UUID id, @RequestBody Draft body) {
        return Line.of(table.draft(actor, id, body.form(), body.terms(), body.performOn()));
    }

    @PostMapping("/{id}/signing")
    Line sign(Actor actor, @PathVariable UUID id, @RequestBody Signed body) {
        return Line.of(table.sign(actor, id, body.signedOn()));
    }

    @PostMapping("/{id}/follow-ups")
    Line follow(Actor actor, @PathVariable UUID id, @RequestBody Followed body) {
        return Line.of(table.follow(actor, id, body.followedOn(), body.words()));
    }
}

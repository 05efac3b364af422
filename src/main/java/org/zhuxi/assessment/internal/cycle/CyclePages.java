package org.zhuxi.assessment.internal.cycle;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.AssessmentCounts;
import org.zhuxi.assessment.AssessmentDecisions;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.SampleDraws;
import org.zhuxi.assessment.Standards;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** Cycles at the desk of whoever runs them. */
@Controller
@RequestMapping("/work/assessment-cycles")
class CyclePages {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int PAGE = 30;
    private static final int STANDARDS = 100;
    private static final int MEMBERS = 50;
    private static final String PATH = "/work/assessment-cycles";

    private final Cycles cycles;
    private final Assessments assessments;
    private final AssessmentCounts counts;
    private final AssessmentDecisions decisions;
    private final SampleDraws samples;
    private final Standards standards;
    private final WorkPlaces work;
    private final Clock clock;

    CyclePages(
            Cycles cycles,
            Assessments assessments,
            AssessmentCounts counts,
            AssessmentDecisions decisions,
            SampleDraws samples,
            Standards standards,
            WorkPlaces work,
            Clock clock) {
        this.cycles = cycles;
        this.assessments = assessments;
        this.counts = counts;
        this.decisions = decisions;
        this.samples = samples;
        this.standards = standards;
        this.work = work;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = work.of(actor, CyclePermissions.RUN, place);
        actor.require(CyclePermissions.RUN, at.path());
        var today = LocalDate.now(clock.withZone(ZONE));
        return page(at, CycleForm.fresh(at.code(), today), after, Wrong.nothing());
    }

    private ModelAndView page(Place at, CycleForm form, @Nullable UUID after, Wrong wrong) {
        var found = cycles.list(at.path(), PAGE, after);
        var next = found.next();
        return new ModelAndView("assessment/cycle-list")
                .addObject("place", at)
                .addObject("cycles", found.items())
                .addObject("form", form)
                .addObject("standards", standards.list("", STANDARDS, null).items())
                .addObject("next", next == null ? "" : Links.to(PATH, "place", at.code(), "after", next))
                .addObject("wrong", wrong);
    }

    @PostMapping
    ModelAndView plan(Actor actor, @ModelAttribute CycleForm form) {
        try {
            var cycle = cycles.plan(actor, form.id(), form.command(), Origin.RECORDED);
            return to(cycle.id());
        } catch (CycleRefused | Mistyped refused) {
            var at = work.of(actor, CyclePermissions.RUN, null);
            return SelfPages.status(page(at, form, null, Wrong.of(refused)), refused);
        }
    }

    @GetMapping("/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return one(actor, id, Wrong.nothing());
    }

    private ModelAndView one(Actor actor, UUID id, Wrong wrong) {
        var cycle = cycles.get(id);
        actor.require(CyclePermissions.RUN, cycle.path());
        return new ModelAndView("assessment/cycle-one")
                .addObject("cycle", cycle)
                .addObject("standard", standards.get(cycle.standard(), cycle.standardVersion()))
                .addObject("counts", counts.count(id, cycle.path(), clock.instant()))
                .addObject(
                        "missing",
                        assessments
                                .listNotEnrolled(actor, id, cycle.path(), MEMBERS, null)
                                .items())
                .addObject("samples", samples.list(id))
                .addObject("wrong", wrong);
    }

    /** Leads a cycle to its next state. */
    @PostMapping("/{id}/state")
    ModelAndView move(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String to) {
        return done(actor, id, () -> cycles.move(actor, id, Typed.choice("to", CycleState.class, to)));
    }

    /** Publishes the hash of a seed, with which is drawn later. */
    @PostMapping("/{id}/samples")
    ModelAndView commit(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String size) {
        return done(actor, id, () -> samples.commit(actor, Ids.next(), id, (int) Typed.whole("size", size, 1, 1_000)));
    }

    @PostMapping("/{id}/samples/{sample}/draw")
    ModelAndView draw(Actor actor, @PathVariable UUID id, @PathVariable UUID sample) {
        return done(actor, id, () -> samples.draw(actor, sample));
    }

    /** Calls all to be checked again whose day has come. */
    @PostMapping("/{id}/rechecks")
    ModelAndView recheck(Actor actor, @PathVariable UUID id) {
        actor.require(CyclePermissions.RUN, cycles.get(id).path());
        return done(actor, id, () -> decisions.callRechecks(actor, id));
    }

    private ModelAndView done(Actor actor, UUID id, Runnable act) {
        try {
            act.run();
            return to(id);
        } catch (CycleRefused | Mistyped refused) {
            return SelfPages.status(one(actor, id, Wrong.of(refused)), refused);
        }
    }

    private static ModelAndView to(UUID id) {
        return new ModelAndView("redirect:" + PATH + "/" + id);
    }
}

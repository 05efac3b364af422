package org.zhuxi.assessment.internal.cycle;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.assessment.AssessmentFilter;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.CycleRefused;
import org.zhuxi.assessment.CycleState;
import org.zhuxi.assessment.Cycles;
import org.zhuxi.assessment.Reviews;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Wrong;

/** The assessments of a place at the desk: how far each is, and what can be done with several at once. */
@Controller
@RequestMapping("/work/assessments")
class QueuePages {

    private static final int PAGE = 30;
    private static final int CSV_PAGE = 1_000;
    private static final int CYCLES = 50;
    private static final String PATH = "/work/assessments";

    private final Assessments assessments;
    private final Reviews reviews;
    private final Cycles cycles;
    private final WorkPlaces work;
    private final QueueRows rows;

    QueuePages(Assessments assessments, Reviews reviews, Cycles cycles, WorkPlaces work, QueueRows rows) {
        this.assessments = assessments;
        this.reviews = reviews;
        this.cycles = cycles;
        this.work = work;
        this.rows = rows;
    }

    @GetMapping
    ModelAndView list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID cycle,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = work.of(actor, CyclePermissions.READ, place);
        return page(actor, at, filter(at, cycle, state, q), after, List.of(), Wrong.nothing());
    }

    private static AssessmentFilter filter(Place at, @Nullable UUID cycle, String state, String q) {
        return new AssessmentFilter(
                at.path(),
                cycle,
                Typed.find(AssessmentState.class, state).orElse(null),
                Typed.optional("q", q, CommunityAssessment.WORDS),
                false);
    }

    private ModelAndView page(
            Actor actor,
            Place at,
            AssessmentFilter filter,
            @Nullable UUID after,
            List<Reviews.Done> done,
            Wrong wrong) {
        var found = assessments.list(actor, filter, PAGE, after);
        var all = cycles.list(at.path(), CYCLES, null).items();
        var state = filter.state() == null ? "" : filter.state().name();
        var cycle = filter.cycle() == null ? "" : filter.cycle().toString();
        var next = found.next();
        return new ModelAndView("assessment/cycle-queue")
                .addObject("place", at)
                .addObject("cycles", all)
                .addObject("cycle", cycle)
                .addObject("state", state)
                .addObject("query", filter.words())
                .addObject("rows", rows.of(actor, found.items()))
                .addObject("done", done)
                .addObject(
                        "openCycles",
                        all.stream()
                                .filter(one -> one.state() == CycleState.OPEN)
                                .toList())
                .addObject("mayEnrol", actor.mayAnywhere(CyclePermissions.SELF))
                .addObject("mayReview", actor.mayAnywhere(CyclePermissions.REVIEW))
                .addObject(
                        "next",
                        next == null
                                ? ""
                                : Links.to(
                                        PATH,
                                        "place",
                                        at.code(),
                                        "cycle",
                                        cycle,
                                        "state",
                                        state,
                                        "q",
                                        filter.words(),
                                        "after",
                                        next))
                .addObject(
                        "csv",
                        Links.to(
                                PATH + "/csv", "place", at.code(), "cycle", cycle, "state", state, "q", filter.words()))
                .addObject("wrong", wrong);
    }

    /** Enrols a community. */
    @PostMapping
    ModelAndView enrol(
            Actor actor,
            @RequestParam(required = false) @Nullable UUID cycle,
            @RequestParam(required = false) @Nullable String place) {
        try {
            if (cycle == null) {
                throw new CycleRefused.NoChoice("cycle");
            }
            var code = work.of(actor, CyclePermissions.SELF, place).code();
            var it = assessments.enrol(actor, Ids.next(), cycle, code, Origin.RECORDED);
            return new ModelAndView("redirect:/work/assessment/" + it.id());
        } catch (CycleRefused | Mistyped refused) {
            var at = work.of(actor, CyclePermissions.READ, null);
            return SelfPages.status(
                    page(actor, at, AssessmentFilter.at(at.path()), null, List.of(), Wrong.of(refused)), refused);
        }
    }

    /** The same review of several; what was refused is told beside each. */
    @PostMapping("/reviews")
    ModelAndView review(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(name = "id", required = false) @Nullable List<UUID> ids,
            @RequestParam(defaultValue = "") String move,
            @RequestParam(defaultValue = "") String reason) {
        var at = work.of(actor, CyclePermissions.REVIEW, place);
        actor.require(CyclePermissions.REVIEW, at.path());
        var filter = AssessmentFilter.at(at.path());
        try {
            if (ids == null || ids.isEmpty()) {
                throw new CycleRefused.NoChoice("id");
            }
            var done = reviews.reviewAll(actor, ids, Typed.choice("move", AssessmentMove.class, move), reason);
            return page(actor, at, filter, null, done, Wrong.nothing());
        } catch (CycleRefused | Mistyped refused) {
            return SelfPages.status(page(actor, at, filter, null, List.of(), Wrong.of(refused)), refused);
        }
    }

    @GetMapping("/csv")
    void download(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID cycle,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            HttpServletResponse response)
            throws IOException {
        var at = work.of(actor, CyclePermissions.READ, place);
        var filter = filter(at, cycle, state, q);
        var slice = assessments.list(actor, filter, CSV_PAGE, null);
        try (var csv = AssessmentCsv.begin(response, at.code())) {
            while (true) {
                for (var it : slice.items()) {
                    AssessmentCsv.row(csv, it);
                }
                var next = slice.next();
                if (next == null) {
                    return;
                }
                slice = assessments.list(actor, filter, CSV_PAGE, UUID.fromString(next));
            }
        }
    }

    /** The columns of assessments as a table. */
    static final class AssessmentCsv {

        private AssessmentCsv() {}

        static CsvTable begin(HttpServletResponse response, String of) throws IOException {
            return CsvTable.download(
                    response,
                    "assessments-" + of,
                    "id",
                    "cycle",
                    "place",
                    "state",
                    "answered",
                    "modifications",
                    "enrolled_at",
                    "submitted_at",
                    "approved_at",
                    "score",
                    "level",
                    "decision",
                    "notice_until",
                    "attained_at",
                    "revoked_at",
                    "origin");
        }

        static void row(CsvTable csv, CommunityAssessment it) throws IOException {
            csv.row(
                    it.id(),
                    it.cycle(),
                    it.place(),
                    it.state(),
                    it.answered(),
                    it.modifications(),
                    it.enrolledAt(),
                    it.submittedAt(),
                    it.approvedAt(),
                    it.score(),
                    it.level(),
                    it.decision(),
                    it.noticeUntil(),
                    it.attainedAt(),
                    it.endedAt(),
                    it.origin());
        }
    }
}

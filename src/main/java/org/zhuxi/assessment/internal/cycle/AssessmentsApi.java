package org.zhuxi.assessment.internal.cycle;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.assessment.AssessmentDecisions;
import org.zhuxi.assessment.AssessmentFilter;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentState;
import org.zhuxi.assessment.AssessmentStep;
import org.zhuxi.assessment.Assessments;
import org.zhuxi.assessment.CommunityAssessment;
import org.zhuxi.assessment.CyclePermissions;
import org.zhuxi.assessment.DecidedResult;
import org.zhuxi.assessment.NewObjection;
import org.zhuxi.assessment.Objection;
import org.zhuxi.assessment.Objections;
import org.zhuxi.assessment.Reviews;
import org.zhuxi.assessment.SelfAssessments;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;

/** Assessments for programs; what is not public yet needs the right to read it. */
@RestController
@RequestMapping("/api/v1/assessments")
class AssessmentsApi {

    private static final int PAGE = 100;

    private final Assessments assessments;
    private final SelfAssessments self;
    private final Reviews reviews;
    private final AssessmentDecisions decisions;
    private final Objections objections;
    private final Sheets sheets;
    private final Mover mover;
    private final WorkPlaces places;

    AssessmentsApi(
            Assessments assessments,
            SelfAssessments self,
            Reviews reviews,
            AssessmentDecisions decisions,
            Objections objections,
            Sheets sheets,
            Mover mover,
            WorkPlaces places) {
        this.assessments = assessments;
        this.self = self;
        this.reviews = reviews;
        this.decisions = decisions;
        this.objections = objections;
        this.sheets = sheets;
        this.mover = mover;
        this.places = places;
    }

    record AssessmentJson(
            UUID id,
            UUID cycle,
            String place,
            String path,
            AssessmentState state,
            int answered,
            int modifications,
            Instant enrolledAt,
            @Nullable Instant submittedAt,
            @Nullable Instant approvedAt,
            @Nullable BigDecimal score,
            String level,
            @Nullable LocalDate noticeUntil,
            @Nullable Instant attainedAt,
            @Nullable Instant revokedAt,
            Origin origin) {

        static AssessmentJson of(CommunityAssessment it) {
            return new AssessmentJson(
                    it.id(),
                    it.cycle(),
                    it.place(),
                    it.path().value(),
                    it.state(),
                    it.answered(),
                    it.modifications(),
                    it.enrolledAt(),
                    it.submittedAt(),
                    it.approvedAt(),
                    it.score(),
                    it.level(),
                    it.noticeUntil(),
                    it.attainedAt(),
                    it.endedAt(),
                    it.origin());
        }
    }

    record Items(List<AssessmentJson> items, @Nullable String next) {}

    /** Those who may see more than the public get all, others what is public. */
    @GetMapping
    Items list(
            Actor actor,
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID cycle,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID after) {
        var at = places.open(place);
        var filter = new AssessmentFilter(
                at.path(),
                cycle,
                Typed.find(AssessmentState.class, state).orElse(null),
                Typed.optional("q", q, CommunityAssessment.WORDS),
                !actor.may(CyclePermissions.READ, at.path()));
        var found = assessments.list(actor, filter, PAGE, after);
        return new Items(found.items().stream().map(AssessmentJson::of).toList(), found.next());
    }

    /** What happened, without who did it. */
    record StepJson(
            Instant at, AssessmentMove move, AssessmentState from, AssessmentState to, String party, String reason) {

        static StepJson of(AssessmentStep step) {
            return new StepJson(
                    step.at(), step.move(), step.from(), step.to(), step.party().name(), step.reason());
        }
    }

    record OneJson(AssessmentJson assessment, List<DecidedResult> results, List<StepJson> steps) {}

    @GetMapping("/{id}")
    OneJson get(Actor actor, @PathVariable UUID id) {
        var it = assessments.any(id);
        if (!it.isPublic() && !actor.may(CyclePermissions.READ, it.path())) {
            throw new Refused.NotFound(id);
        }
        var held = mover.held(it);
        return new OneJson(
                AssessmentJson.of(it),
                sheets.of(it, held.cycle()).decided(),
                assessments.steps(actor, id).stream().map(StepJson::of).toList());
    }

    record EnrolBody(@Nullable UUID cycle, @Nullable String community) {}

    @PutMapping("/{id}")
    AssessmentJson enrol(Actor actor, @PathVariable UUID id, @RequestBody EnrolBody body) {
        var cycle = Objects.requireNonNullElse(body.cycle(), id);
        return AssessmentJson.of(assessments.enrol(actor, id, cycle, Typed.text(body.community()), Origin.RECORDED));
    }

    /** @param answers the fields of the page's form with what is typed into each, such as {@code answer: [yes]} */
    record AnswerBody(
            @Nullable Map<String, List<String>> answers,
            @Nullable String comment) {}

    @PutMapping("/{id}/answers/{criterion}")
    AssessmentJson answer(
            Actor actor, @PathVariable UUID id, @PathVariable String criterion, @RequestBody AnswerBody body) {
        var it = assessments.any(id);
        actor.require(CyclePermissions.SELF, it.path());
        var asked = sheets.standard(mover.held(it).cycle())
                .criterion(criterion)
                .orElseThrow(() -> new Refused.NotFound(criterion));
        var typed = new LinkedMultiValueMap<String, String>();
        if (body.answers() != null) {
            typed.putAll(body.answers());
        }
        var finding = new AnswerForm(typed).read(asked, actor.account(), sheets.today());
        return AssessmentJson.of(self.answer(actor, id, criterion, finding, Typed.text(body.comment())));
    }

    record ReasonBody(@Nullable String reason) {}

    record MoveBody(@Nullable String move, @Nullable String reason) {

        AssessmentMove choice() {
            return Typed.choice("move", AssessmentMove.class, move);
        }
    }

    @PostMapping("/{id}/submission")
    AssessmentJson submit(Actor actor, @PathVariable UUID id) {
        return AssessmentJson.of(self.submit(actor, id));
    }

    @PostMapping("/{id}/recall")
    AssessmentJson recall(Actor actor, @PathVariable UUID id) {
        return AssessmentJson.of(self.recall(actor, id));
    }

    @PostMapping("/{id}/withdrawal")
    AssessmentJson withdraw(Actor actor, @PathVariable UUID id, @RequestBody ReasonBody body) {
        return AssessmentJson.of(self.withdraw(actor, id, Typed.text(body.reason())));
    }

    /** @param body move: TAKE_UP, PUT_DOWN, APPROVE, UNAPPROVE or RETURN */
    @PostMapping("/{id}/review")
    AssessmentJson review(Actor actor, @PathVariable UUID id, @RequestBody MoveBody body) {
        return AssessmentJson.of(reviews.review(actor, id, body.choice(), body.reason()));
    }

    /** @param body move: SCORE, PROPOSE_PASS, GIVE_NOTICE, ATTAIN and the like */
    @PostMapping("/{id}/decision")
    AssessmentJson decide(Actor actor, @PathVariable UUID id, @RequestBody MoveBody body) {
        return AssessmentJson.of(decisions.decide(actor, id, body.choice(), body.reason()));
    }

    record ObjectionBody(
            @Nullable UUID id,
            @Nullable String criterion,
            @Nullable String reason,
            @Nullable String evidence,
            @Nullable String name,
            @Nullable String contact) {}

    @PostMapping("/{id}/objections")
    Objection object(Actor actor, @PathVariable UUID id, @RequestBody ObjectionBody body) {
        var typed = new NewObjection(
                Typed.text(body.criterion()),
                Typed.text(body.reason()),
                Typed.text(body.evidence()),
                Typed.text(body.name()),
                Typed.text(body.contact()));
        return objections.raise(actor, Objects.requireNonNullElseGet(body.id(), Ids::next), id, typed);
    }

    record AnsweredBody(@Nullable Boolean upheld, @Nullable String answer) {}

    @PostMapping("/{id}/objections/{objection}/answer")
    AssessmentJson answer(
            Actor actor, @PathVariable UUID id, @PathVariable UUID objection, @RequestBody AnsweredBody body) {
        return AssessmentJson.of(
                objections.answer(actor, objection, Boolean.TRUE.equals(body.upheld()), Typed.text(body.answer())));
    }
}

package org.zhuxi.assessment;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.Impartiality;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.ObjectionStore;
import org.zhuxi.assessment.internal.cycle.ResultStore;
import org.zhuxi.assessment.internal.cycle.Sheet;
import org.zhuxi.assessment.internal.cycle.Sheets;
import org.zhuxi.kernel.Actor;

/** Decisions of whoever runs a cycle: scored, proposed, shown to the public, attained or not, checked again, taken out, revoked. */
@Service
public class AssessmentDecisions {

    private static final Set<AssessmentMove> MOVES = EnumSet.of(
            AssessmentMove.SCORE,
            AssessmentMove.CHECK_AGAIN,
            AssessmentMove.PROPOSE_PASS,
            AssessmentMove.PROPOSE_FAIL,
            AssessmentMove.TAKE_BACK,
            AssessmentMove.TAKE_OUT,
            AssessmentMove.GIVE_NOTICE,
            AssessmentMove.ATTAIN,
            AssessmentMove.FAIL,
            AssessmentMove.CALL_RECHECK,
            AssessmentMove.PASS_RECHECK,
            AssessmentMove.ORDER_RECTIFICATION,
            AssessmentMove.ACCEPT_RECTIFICATION,
            AssessmentMove.REVOKE);

    private static final int ASSESSORS = 2;
    private static final int RECTIFICATION_MONTHS = 6;

    private final Mover mover;
    private final AssessmentStore assessments;
    private final ResultStore results;
    private final ObjectionStore objections;
    private final Impartiality impartiality;
    private final Sheets sheets;
    private final Clock clock;

    AssessmentDecisions(
            Mover mover,
            AssessmentStore assessments,
            ResultStore results,
            ObjectionStore objections,
            Impartiality impartiality,
            Sheets sheets,
            Clock clock) {
        this.mover = mover;
        this.assessments = assessments;
        this.results = results;
        this.objections = objections;
        this.impartiality = impartiality;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * Makes a decision.
     *
     * @param reason needed where something is taken back or out, rectification is ordered, or an attainment is revoked
     * @throws CycleRefused when rules of the cycle stand against it
     */
    @Transactional
    public CommunityAssessment decide(Actor actor, UUID id, AssessmentMove move, @Nullable String reason) {
        if (!MOVES.contains(move)) {
            throw new CycleRefused.NoChoice("move");
        }
        var held = mover.hold(actor, id, CyclePermissions.RUN);
        mover.line(actor, held, move);
        impartiality.require(actor, held.assessment());
        prepare(actor, held, move);
        mover.move(actor, held, move, reason);
        return assessments.find(id).orElseThrow();
    }

    private void prepare(Actor actor, Mover.Held held, AssessmentMove move) {
        var it = held.assessment();
        var today = sheets.today();
        switch (move) {
            case SCORE -> score(actor, held);
            case PROPOSE_PASS -> requireDecision(it, ScoreSheet.Decision.PASS);
            case PROPOSE_FAIL -> requireDecision(it, ScoreSheet.Decision.FAIL);
            case GIVE_NOTICE ->
                assessments.noteNotice(
                        it, today, today.plusDays(held.cycle().calendar().noticeDays()));
            case ATTAIN -> attain(held, today);
            case PASS_RECHECK, ACCEPT_RECTIFICATION ->
                assessments.noteAttained(it, clock.instant(), recheckOn(held, today));
            case ORDER_RECTIFICATION -> assessments.noteRectification(it, today.plusMonths(RECTIFICATION_MONTHS));
            case REVOKE -> revoke(it, today);
            default -> {
                // nothing besides the move itself
            }
        }
    }

    private void score(Actor actor, Mover.Held held) {
        var it = held.assessment();
        var sheet = sheets.of(it, held.cycle());
        var assessors =
                sheet.checks().stream().map(SiteCheck::assessor).distinct().count();
        if (assessors < ASSESSORS) {
            throw new CycleRefused.FewAssessors((int) assessors);
        }
        if (sheet.checks().stream().anyMatch(check -> check.assessor().equals(actor.account()))) {
            throw new CycleRefused.OwnWork();
        }
        var scored = sheets.decisive(sheet);
        if (scored.decision() == ScoreSheet.Decision.OPEN) {
            throw new CycleRefused.NotAssessed(numbers(sheet, scored.open()));
        }
        results.put(it, scored.results());
        assessments.noteScored(it, actor.account(), scored);
    }

    /** The numbers under which criteria stand in their standard. */
    private static String numbers(Sheet sheet, List<String> codes) {
        return sheet.standard().criteria().stream()
                .filter(criterion -> codes.contains(criterion.code()))
                .map(criterion -> "#" + criterion.ordinal())
                .collect(Collectors.joining(", "));
    }

    private static void requireDecision(CommunityAssessment it, ScoreSheet.Decision decision) {
        if (it.decision() != decision) {
            throw new CycleRefused.OtherDecision();
        }
    }

    private void attain(Mover.Held held, LocalDate today) {
        var it = held.assessment();
        requireDecision(it, ScoreSheet.Decision.PASS);
        var until = Objects.requireNonNull(it.noticeUntil());
        if (!today.isAfter(until)) {
            throw new CycleRefused.NoticeRuns(until);
        }
        if (objections.list(it).stream().anyMatch(one -> one.state() == Objection.State.OPEN)) {
            throw new CycleRefused.OpenObjection();
        }
        assessments.noteAttained(it, clock.instant(), recheckOn(held, today));
    }

    /** The earliest day on which a criterion of the standard is due again; null when none ever is. */
    private @Nullable LocalDate recheckOn(Mover.Held held, LocalDate from) {
        return sheets.standard(held.cycle()).criteria().stream()
                .map(Criterion::recheckEveryMonths)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .map(from::plusMonths)
                .orElse(null);
    }

    private void revoke(CommunityAssessment it, LocalDate today) {
        var by = it.rectifyBy();
        if (by != null && !today.isAfter(by)) {
            throw new CycleRefused.NoticeRuns(by);
        }
        assessments.noteEnded(it, clock.instant());
    }

    /** Calls all of a cycle to be checked again whose day has come. @return how many */
    @Transactional
    public int callRechecks(Actor actor, UUID cycle) {
        var due = assessments.listDue(cycle, sheets.today());
        due.forEach(id -> decide(actor, id, AssessmentMove.CALL_RECHECK, ""));
        return due.size();
    }

    /** What the score sheet says now, before it is decided. @throws Refused.Forbidden to those who may not see it */
    @Transactional(readOnly = true)
    public ScoreSheet foresee(Actor actor, UUID id) {
        var held = mover.look(actor, id);
        return sheets.decisive(sheets.of(held.assessment(), held.cycle()));
    }
}

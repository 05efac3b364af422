package org.zhuxi.assessment;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.assessment.internal.cycle.AnswerStore;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.ProofStore;
import org.zhuxi.assessment.internal.cycle.Sheet;
import org.zhuxi.assessment.internal.cycle.Sheets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Outlines;

/** What a community says of itself: answered criterion by criterion, proved with files, submitted, and locked from then on. */
@Service
public class SelfAssessments {

    private static final int TITLE = 100;

    private final Mover mover;
    private final AssessmentStore assessments;
    private final AnswerStore answers;
    private final ProofStore proofs;
    private final Sheets sheets;
    private final EvidenceFiles files;
    private final Outlines outlines;
    private final Clock clock;

    SelfAssessments(
            Mover mover,
            AssessmentStore assessments,
            AnswerStore answers,
            ProofStore proofs,
            Sheets sheets,
            EvidenceFiles files,
            Outlines outlines,
            Clock clock) {
        this.mover = mover;
        this.assessments = assessments;
        this.answers = answers;
        this.proofs = proofs;
        this.sheets = sheets;
        this.files = files;
        this.outlines = outlines;
        this.clock = clock;
    }

    /** What an answer proves itself with. */
    public record NewEvidence(
            String criterion,
            EvidenceKind kind,
            String title,
            @Nullable LocalDate capturedOn,
            boolean showsDate,
            boolean isPublic) {}

    /**
     * Says how a criterion stands. The first answer begins the self-assessment, also after it was returned.
     *
     * @param finding without evidence; that is added by {@link #prove}
     * @throws CycleRefused.Locked after it was submitted
     */
    @Transactional
    public CommunityAssessment answer(Actor actor, UUID id, String criterion, Finding finding, String comment) {
        var held = writable(actor, id);
        var asked =
                sheets.standard(held.cycle()).criterion(criterion).orElseThrow(() -> new Refused.NotFound(criterion));
        var now = clock.instant();
        var words = Typed.optional("comment", comment, CommunityAssessment.WORDS);
        var said = new SavedAnswer(
                AnswerSide.SELF,
                criterion,
                finding,
                CriterionResult.Outcome.NOT_ASSESSED,
                null,
                words,
                actor.account(),
                now);
        answers.put(held.assessment(), List.of(said));
        rejudge(held, List.of(asked));
        return assessments.find(id).orElseThrow();
    }

    /** Begins where nothing has begun, and refuses where nothing may be changed. */
    private Mover.Held writable(Actor actor, UUID id) {
        var held = mover.hold(actor, id, CyclePermissions.SELF);
        var it = held.assessment();
        if (!it.state().isWritable()) {
            throw new CycleRefused.Locked();
        }
        return it.state() == AssessmentState.SELF_ASSESSING
                ? held
                : mover.held(mover.move(actor, held, AssessmentMove.START, ""));
    }

    /** Writes down again what the answers come to, with the evidence that is there now. */
    private void rejudge(Mover.Held held, List<Criterion> criteria) {
        var it = held.assessment();
        var sheet = sheets.of(it, held.cycle());
        var scored = sheets.claimed(sheet);
        answers.put(
                it,
                criteria.stream()
                        .flatMap(criterion ->
                                Optional.ofNullable(sheet.answer(AnswerSide.SELF, criterion.code())).stream())
                        .map(answer -> Judged.of(answer, scored, answer.finding()))
                        .toList());
        assessments.noteChange(it, clock.instant());
    }

    /**
     * Adds a file that proves a criterion. The same id again is answered with what is there.
     *
     * @param content JPEG, PNG or PDF, at most 10 MB
     * @return name of the file, its SHA-256
     */
    @Transactional
    public String prove(Actor actor, UUID id, UUID evidence, NewEvidence typed, InputStream content)
            throws IOException {
        var held = writable(actor, id);
        var it = held.assessment();
        var criterion = sheets.standard(held.cycle())
                .criterion(typed.criterion())
                .orElseThrow(() -> new Refused.NotFound(typed.criterion()));
        var located = files.keepLocated(actor, it.community(), content);
        var kept = located.file();
        var captured = kept.capturedAt();
        var day = typed.capturedOn() == null && captured != null ? captured.toLocalDate() : typed.capturedOn();
        var file = new AnswerEvidence(
                evidence,
                criterion.code(),
                kept.sha256(),
                typed.kind(),
                Typed.optional("title", typed.title(), TITLE),
                day,
                typed.showsDate() || captured != null,
                inside(it, located.takenAt()),
                typed.isPublic(),
                actor.account(),
                null);
        proofs.insert(it, file, clock.instant());
        rejudge(held, List.of(criterion));
        return kept.sha256();
    }

    /** Null when the photo does not say where, or nobody has drawn the community. */
    private @Nullable Boolean inside(CommunityAssessment it, @Nullable GeoPoint takenAt) {
        return takenAt == null
                ? null
                : outlines.find(it.place())
                        .map(outline -> outline.contains(takenAt))
                        .orElse(null);
    }

    /** Takes a file back that nobody has verified yet. */
    @Transactional
    public void removeProof(Actor actor, UUID id, UUID evidence) {
        var held = writable(actor, id);
        if (!proofs.remove(held.assessment(), evidence, actor.account(), clock.instant())) {
            throw new Refused.NotFound(evidence);
        }
        rejudge(held, sheets.standard(held.cycle()).criteria());
    }

    /**
     * Hands the self-assessment in, with what the program knew on that day. Criteria may be unmet; none may be without an answer.
     *
     * @throws CycleRefused.Incomplete when some have none
     */
    @Transactional
    public CommunityAssessment submit(Actor actor, UUID id) {
        var held = mover.hold(actor, id, CyclePermissions.SELF);
        var it = held.assessment();
        mover.line(actor, held, AssessmentMove.SUBMIT);
        var until = held.cycle().calendar().selfBy();
        if (it.submittedAt() == null && sheets.today().isAfter(until)) {
            throw new CycleRefused.TooLate(until);
        }
        var sheet = sheets.of(it, held.cycle());
        var missing = unanswered(sheet).size();
        if (missing > 0) {
            throw new CycleRefused.Incomplete(missing);
        }
        keepAsSubmitted(actor, sheet);
        var now = clock.instant();
        assessments.noteChange(it, now);
        assessments.noteSubmitted(it, actor.account(), now);
        return mover.move(actor, held, AssessmentMove.SUBMIT, "");
    }

    /** Criteria about which neither the community nor the program has said anything. */
    static List<Criterion> unanswered(Sheet sheet) {
        return sheet.standard().criteria().stream()
                .filter(criterion -> sheet.answer(AnswerSide.SELF, criterion.code()) == null)
                .filter(criterion -> !sheet.filled().containsKey(criterion.code()))
                .toList();
    }

    /** What the program filled in becomes part of what was submitted, so that it does not move any more. */
    private void keepAsSubmitted(Actor actor, Sheet sheet) {
        var scored = sheets.claimed(sheet);
        var now = clock.instant();
        answers.put(
                sheet.assessment(),
                sheet.standard().criteria().stream()
                        .map(criterion -> {
                            var said = sheet.answer(AnswerSide.SELF, criterion.code());
                            var finding = sheet.finding(AnswerSide.SELF, criterion, sheets.today())
                                    .provedBy(List.of());
                            var kept = said == null
                                    ? new SavedAnswer(
                                            AnswerSide.SELF,
                                            criterion.code(),
                                            finding,
                                            CriterionResult.Outcome.NOT_ASSESSED,
                                            null,
                                            "",
                                            actor.account(),
                                            now)
                                    : said;
                            return Judged.of(kept, scored, finding);
                        })
                        .toList());
    }

    /** Takes a submission back that nobody has approved. */
    @Transactional
    public CommunityAssessment recall(Actor actor, UUID id) {
        return mover.move(actor, mover.hold(actor, id, CyclePermissions.SELF), AssessmentMove.RECALL, "");
    }

    /** Leaves the cycle; it can be joined again while it is open. */
    @Transactional
    public CommunityAssessment withdraw(Actor actor, UUID id, String reason) {
        return mover.move(actor, mover.hold(actor, id, CyclePermissions.SELF), AssessmentMove.WITHDRAW, reason);
    }
}

package org.zhuxi.assessment;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.assessment.internal.cycle.AnswerStore;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.Impartiality;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.ProofStore;
import org.zhuxi.assessment.internal.cycle.Sheets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Reviews by street, county and city: one after the other, each by people who neither filled it in nor live or work there. */
@Service
public class Reviews {

    private static final Set<AssessmentMove> MOVES = EnumSet.of(
            AssessmentMove.TAKE_UP,
            AssessmentMove.PUT_DOWN,
            AssessmentMove.APPROVE,
            AssessmentMove.UNAPPROVE,
            AssessmentMove.RETURN);
    private static final int MOST = 200;

    private final Mover mover;
    private final AssessmentStore assessments;
    private final AnswerStore answers;
    private final ProofStore proofs;
    private final Impartiality impartiality;
    private final Sheets sheets;
    private final Places places;
    private final TransactionOperations transactions;
    private final Clock clock;

    Reviews(
            Mover mover,
            AssessmentStore assessments,
            AnswerStore answers,
            ProofStore proofs,
            Impartiality impartiality,
            Sheets sheets,
            Places places,
            TransactionOperations transactions,
            Clock clock) {
        this.mover = mover;
        this.assessments = assessments;
        this.answers = answers;
        this.proofs = proofs;
        this.impartiality = impartiality;
        this.sheets = sheets;
        this.places = places;
        this.transactions = transactions;
        this.clock = clock;
    }

    /**
     * Takes an assessment up, approves it, returns it, or takes one of these back.
     *
     * @param reason needed to return it and to take an approval back
     * @throws CycleRefused when it is another level's turn, or the actor filled it in, lives or works there
     */
    @Transactional
    public CommunityAssessment review(Actor actor, UUID id, AssessmentMove move, @Nullable String reason) {
        if (!MOVES.contains(move)) {
            throw new CycleRefused.NoChoice("move");
        }
        var held = mover.hold(actor, id, CyclePermissions.REVIEW);
        mover.line(actor, held, move);
        impartiality.require(actor, held.assessment());
        var moved = mover.move(actor, held, move, reason);
        if (move == AssessmentMove.APPROVE) {
            assessments.noteApproved(moved, clock.instant());
        } else if (AssessmentMoves.approved(moved.state(), held.cycle().levels())
                .isEmpty()) {
            assessments.noteApproved(moved, null);
        }
        return assessments.find(id).orElseThrow();
    }

    /** What became of one of several. @param refused null when it was done */
    public record Done(UUID id, org.zhuxi.kernel.@Nullable Problem refused) {}

    /** The same for several, each by itself: one that is refused does not hold up the others. */
    public List<Done> reviewAll(Actor actor, List<UUID> ids, AssessmentMove move, @Nullable String reason) {
        if (ids.size() > MOST) {
            throw new CycleRefused.NoNumber("id");
        }
        var done = new ArrayList<Done>();
        for (var id : ids) {
            try {
                transactions.executeWithoutResult(status -> review(actor, id, move, reason));
                done.add(new Done(id, null));
            } catch (Refused refused) {
                done.add(new Done(id, refused.problem()));
            }
        }
        return done;
    }

    /**
     * Says how a criterion stands in the view of the level that has it on its desk; the community's own words stay beside it.
     */
    @Transactional
    public CommunityAssessment mark(Actor actor, UUID id, String criterion, Finding finding, String comment) {
        var held = mover.hold(actor, id, CyclePermissions.REVIEW);
        var side = sideOf(actor, held);
        impartiality.require(actor, held.assessment());
        var it = held.assessment();
        if (sheets.standard(held.cycle()).criterion(criterion).isEmpty()) {
            throw new Refused.NotFound(criterion);
        }
        var words = Typed.optional("comment", comment, CommunityAssessment.WORDS);
        answers.put(
                it,
                List.of(new SavedAnswer(
                        side,
                        criterion,
                        finding,
                        CriterionResult.Outcome.NOT_ASSESSED,
                        null,
                        words,
                        actor.account(),
                        clock.instant())));
        var sheet = sheets.of(it, held.cycle());
        var answer = Objects.requireNonNull(sheet.answer(side, criterion));
        answers.put(it, List.of(Judged.of(answer, sheets.verified(sheet, side), finding)));
        return it;
    }

    /** Which side the actor speaks for now. @throws CycleRefused when it is not his level's turn */
    private AnswerSide sideOf(Actor actor, Mover.Held held) {
        return sideNow(held)
                .filter(level -> level.isOf(actor, held.assessment().path()))
                .map(AnswerSide::of)
                .orElseThrow(CycleRefused.Elsewhere::new);
    }

    /** The level that has an assessment on its desk, so that it can mark and verify; empty when none has. */
    private static Optional<ReviewLevel> sideNow(Mover.Held held) {
        var levels = held.cycle().levels();
        return switch (held.assessment().state()) {
            case SELF_SUBMITTED -> Optional.of(ReviewLevel.STREET).filter(levels::contains);
            case COUNTY_REVIEW -> Optional.of(ReviewLevel.COUNTY);
            case CITY_REVIEW -> Optional.of(ReviewLevel.CITY);
            case SITE_CHECK, REASSESS -> levels.stream().max(Comparator.naturalOrder());
            default -> Optional.empty();
        };
    }

    /** Whether the actor can mark and verify now. */
    @Transactional(readOnly = true)
    public boolean mayMark(Actor actor, CommunityAssessment it) {
        return actor.may(CyclePermissions.REVIEW, it.path())
                && sideNow(mover.held(it))
                        .filter(level -> level.isOf(actor, it.path()))
                        .isPresent();
    }

    /**
     * Notes that somebody has looked at the files of a criterion and finds them right, or takes this back.
     *
     * @param criterion null for all criteria
     * @return how many files were changed
     */
    @Transactional
    public int verify(Actor actor, UUID id, @Nullable String criterion, boolean isVerified) {
        var held = mover.hold(actor, id, CyclePermissions.REVIEW);
        sideOf(actor, held);
        impartiality.require(actor, held.assessment());
        return proofs.verify(held.assessment(), criterion, isVerified, actor.account(), clock.instant());
    }

    /** Declares that one has an interest in a community, and judges nothing there from now on. */
    @Transactional
    public void declareInterest(Actor actor, String community, String reason) {
        impartiality.declare(
                numberOf(community),
                actor.account(),
                Typed.words("reason", reason, CommunityAssessment.WORDS),
                clock.instant());
    }

    /** Takes such a declaration back. */
    @Transactional
    public void withdrawInterest(Actor actor, String community) {
        impartiality.withdraw(numberOf(community), actor.account(), clock.instant());
    }

    private CommunityId numberOf(String code) {
        return places.findByCode(Typed.text(code))
                .map(Place::community)
                .orElseThrow(() -> new CycleRefused.NoPlace("community"));
    }
}

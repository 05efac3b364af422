package org.zhuxi.assessment;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.AssessmentStore;
import org.zhuxi.assessment.internal.cycle.Impartiality;
import org.zhuxi.assessment.internal.cycle.Mover;
import org.zhuxi.assessment.internal.cycle.ObjectionStore;
import org.zhuxi.assessment.internal.cycle.Sheets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Typed;

/** Objections by anybody to what is shown to the public, each answered before it is decided. */
@Service
public class Objections {

    private static final int NAME = 60;
    private static final int CONTACT = 100;
    private static final int MOST_A_DAY = 20;

    private final Mover mover;
    private final AssessmentStore assessments;
    private final ObjectionStore objections;
    private final Impartiality impartiality;
    private final Sheets sheets;
    private final Clock clock;

    Objections(
            Mover mover,
            AssessmentStore assessments,
            ObjectionStore objections,
            Impartiality impartiality,
            Sheets sheets,
            Clock clock) {
        this.mover = mover;
        this.assessments = assessments;
        this.objections = objections;
        this.impartiality = impartiality;
        this.sheets = sheets;
        this.clock = clock;
    }

    /**
     * Objects, signed in or not. The same id again is answered with what is there.
     *
     * @throws CycleRefused when the notice is over, a field is wrong, or too many came lately
     */
    @Transactional
    public Objection raise(Actor actor, UUID id, UUID assessment, NewObjection typed) {
        var it = assessments
                .lock(assessment)
                .filter(CommunityAssessment::isPublic)
                .orElseThrow(() -> new Refused.NotFound(assessment));
        var known = objections.find(id);
        if (known.isPresent()) {
            return known.get().anonymous();
        }
        var held = mover.held(it);
        var line = mover.line(actor, held, AssessmentMove.OBJECT);
        var until = Objects.requireNonNull(it.noticeUntil());
        if (sheets.today().isAfter(until)) {
            throw new CycleRefused.TooLate(until);
        }
        var now = clock.instant();
        var objection = new Objection(
                id,
                assessment,
                criterion(held, typed.criterion()),
                Typed.words("reason", typed.reason(), CommunityAssessment.WORDS),
                Typed.optional("evidence", typed.evidence(), CommunityAssessment.WORDS),
                Typed.words("name", typed.name(), NAME),
                Typed.words("contact", typed.contact(), CONTACT),
                Objection.State.OPEN,
                now,
                "",
                null);
        if (objections.countSince(it, now.minus(Duration.ofDays(1))) >= MOST_A_DAY) {
            throw new CycleRefused.TooMany(MOST_A_DAY);
        }
        objections.insert(it, objection);
        mover.follow(actor, held, line, "");
        return objection.anonymous();
    }

    private String criterion(Mover.Held held, String typed) {
        var code = Typed.text(typed);
        if (!code.isEmpty() && sheets.standard(held.cycle()).criterion(code).isEmpty()) {
            throw new CycleRefused.NoChoice("criterion");
        }
        return code;
    }

    /**
     * Answers an objection. When it is upheld, the community is assessed again, also where it has been scored anew meanwhile; when
     * none is open any more and none was upheld, the notice goes on.
     *
     * @param answer shown to everybody
     */
    @Transactional
    public CommunityAssessment answer(Actor actor, UUID id, boolean isUpheld, String answer) {
        var objection = objections.find(id).orElseThrow(() -> new Refused.NotFound(id));
        var held = mover.hold(actor, objection.assessment(), CyclePermissions.RUN);
        var it = held.assessment();
        impartiality.require(actor, it);
        var state = isUpheld ? Objection.State.UPHELD : Objection.State.DISMISSED;
        var words = Typed.words("answer", answer, CommunityAssessment.WORDS);
        if (!objections.answer(it, id, state, words, actor.account(), clock.instant())) {
            throw new CycleRefused.Elsewhere();
        }
        var follows = isUpheld ? AssessmentMove.UPHOLD : AssessmentMove.DISMISS;
        // while it is being assessed anew an answer changes nothing of that
        var isNext =
                AssessmentMoves.find(it.state(), follows, held.cycle().levels()).isPresent();
        return isNext && (isUpheld || !isOpen(it)) ? mover.move(actor, held, follows, words) : it;
    }

    private boolean isOpen(CommunityAssessment it) {
        return objections.list(it).stream().anyMatch(one -> one.state() == Objection.State.OPEN);
    }

    /** Objections to an assessment; who raised them is seen by those who run its cycle. */
    @Transactional(readOnly = true)
    public List<Objection> list(Actor actor, UUID assessment) {
        var it = assessments.find(assessment).orElseThrow(() -> new Refused.NotFound(assessment));
        var held = mover.held(it);
        var found = objections.list(it);
        if (actor.may(CyclePermissions.RUN, held.cycle().path())) {
            return found;
        }
        if (!it.isPublic()) {
            actor.require(CyclePermissions.READ, it.path());
        }
        return found.stream().map(Objection::anonymous).toList();
    }
}

package org.zhuxi.assessment;

import java.util.EnumSet;
import java.util.Set;

/** What can be done with the assessment of a community; {@link AssessmentMoves} says from where to where, and who may. */
public enum AssessmentMove {
    ENROL(CycleState.OPEN),
    START(CycleState.OPEN, CycleState.REVIEW),
    SUBMIT(CycleState.OPEN, CycleState.REVIEW),
    /** The community takes a submission back while nobody has approved it. */
    RECALL(CycleState.OPEN, CycleState.REVIEW),
    WITHDRAW(CycleState.OPEN, CycleState.REVIEW),
    /** A level takes a recommendation on its desk. */
    TAKE_UP(CycleState.OPEN, CycleState.REVIEW),
    PUT_DOWN(CycleState.OPEN, CycleState.REVIEW),
    APPROVE(CycleState.OPEN, CycleState.REVIEW),
    /** A level takes its approval back, while none above has approved. */
    UNAPPROVE(CycleState.OPEN, CycleState.REVIEW),
    RETURN(CycleState.OPEN, CycleState.REVIEW),
    SCORE(CycleState.REVIEW, CycleState.NOTICE),
    CHECK_AGAIN(CycleState.REVIEW, CycleState.NOTICE),
    PROPOSE_PASS(CycleState.REVIEW, CycleState.NOTICE),
    PROPOSE_FAIL(CycleState.REVIEW, CycleState.NOTICE),
    TAKE_BACK(CycleState.REVIEW, CycleState.NOTICE),
    /** Whoever runs the cycle ends what got stuck before the decision, so that the others are not held up. */
    TAKE_OUT(CycleState.REVIEW, CycleState.NOTICE),
    GIVE_NOTICE(CycleState.NOTICE),
    OBJECT(CycleState.NOTICE),
    DISMISS(CycleState.NOTICE),
    UPHOLD(CycleState.NOTICE),
    ATTAIN(CycleState.NOTICE),
    FAIL(CycleState.REVIEW, CycleState.NOTICE),
    CALL_RECHECK(CycleState.CLOSED, CycleState.PUBLISHED),
    PASS_RECHECK(CycleState.CLOSED, CycleState.PUBLISHED),
    ORDER_RECTIFICATION(CycleState.CLOSED, CycleState.PUBLISHED),
    ACCEPT_RECTIFICATION(CycleState.CLOSED, CycleState.PUBLISHED),
    REVOKE(CycleState.CLOSED, CycleState.PUBLISHED);

    private static final Set<AssessmentMove> REASONED =
            EnumSet.of(WITHDRAW, UNAPPROVE, RETURN, CHECK_AGAIN, TAKE_BACK, TAKE_OUT, ORDER_RECTIFICATION, REVOKE);

    private final Set<CycleState> during;

    AssessmentMove(CycleState first, CycleState... others) {
        during = EnumSet.of(first, others);
    }

    /** Whether it can be done while the cycle stands there. */
    public boolean isPossibleDuring(CycleState cycle) {
        return during.contains(cycle);
    }

    /** Whether it must be told why. */
    public boolean needsReason() {
        return REASONED.contains(this);
    }
}

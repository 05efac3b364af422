package org.zhuxi.assessment;

import java.util.EnumSet;
import java.util.Set;

/** Where the assessment of one community stands in a cycle. Titles are records of their own, never states. */
public enum AssessmentState {
    /** In the register of the cycle, and nothing more; it has no row. */
    NOT_ENROLLED,
    ENROLLED,
    SELF_ASSESSING,
    SELF_SUBMITTED,
    STREET_RECOMMENDED,
    COUNTY_REVIEW,
    CITY_REVIEW,
    SITE_CHECK,
    SCORED,
    PROPOSED_PASS,
    PROPOSED_FAIL,
    PUBLIC_NOTICE,
    OBJECTION,
    REASSESS,
    ATTAINED,
    NOT_ATTAINED,
    RETURNED,
    WITHDRAWN,
    RECHECK_DUE,
    RECTIFY,
    REVOKED;

    private static final Set<AssessmentState> FINISHED =
            EnumSet.of(ATTAINED, NOT_ATTAINED, WITHDRAWN, RECHECK_DUE, RECTIFY, REVOKED);
    private static final Set<AssessmentState> PUBLIC =
            EnumSet.of(PUBLIC_NOTICE, OBJECTION, REASSESS, ATTAINED, RECHECK_DUE, RECTIFY, REVOKED);
    private static final Set<AssessmentState> WRITABLE = EnumSet.of(ENROLLED, SELF_ASSESSING, RETURNED);
    private static final Set<AssessmentState> ATTAINING = EnumSet.of(ATTAINED, RECHECK_DUE, RECTIFY);

    /** Whether nothing of the cycle itself is left to be done. */
    public boolean isFinished() {
        return FINISHED.contains(this);
    }

    /** Whether everybody may see the result. */
    public boolean isPublic() {
        return PUBLIC.contains(this);
    }

    /** Whether the community may change what it says of itself. */
    public boolean isWritable() {
        return WRITABLE.contains(this);
    }

    /** Whether the community has attained and was not revoked. */
    public boolean isAttained() {
        return ATTAINING.contains(this);
    }
}

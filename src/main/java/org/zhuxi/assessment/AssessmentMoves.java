package org.zhuxi.assessment;

import static org.zhuxi.assessment.AssessmentMove.*;
import static org.zhuxi.assessment.AssessmentState.*;
import static org.zhuxi.assessment.ReviewLevel.CITY;
import static org.zhuxi.assessment.ReviewLevel.COUNTY;
import static org.zhuxi.assessment.ReviewLevel.STREET;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The one table of what moves an assessment from where to where, and whose move it is. A level is skipped only where the cycle
 * says that it does not review; approvals are taken back from the top down and never below one that stands.
 */
public final class AssessmentMoves {

    /** Whose move it is. */
    public enum Party {
        COMMUNITY,
        STREET,
        COUNTY,
        CITY,
        /** Whoever runs the cycle. */
        DECIDER,
        /** Everybody, signed in or not. */
        ANYBODY;

        /** The level that reviews; empty for the others. */
        public Optional<ReviewLevel> level() {
            return switch (this) {
                case STREET -> Optional.of(ReviewLevel.STREET);
                case COUNTY -> Optional.of(ReviewLevel.COUNTY);
                case CITY -> Optional.of(ReviewLevel.CITY);
                case COMMUNITY, DECIDER, ANYBODY -> Optional.empty();
            };
        }
    }

    /**
     * One line of the table.
     *
     * @param where levels that must review, and no other, for the line to hold; empty when it always holds
     */
    public record Line(
            AssessmentState from, AssessmentMove move, AssessmentState to, Party party, Set<Set<ReviewLevel>> where) {

        boolean holds(Set<ReviewLevel> levels) {
            return where.isEmpty() || where.contains(levels);
        }
    }

    private static final Set<ReviewLevel> S = EnumSet.of(STREET);
    private static final Set<ReviewLevel> C = EnumSet.of(COUNTY);
    private static final Set<ReviewLevel> M = EnumSet.of(CITY);
    private static final Set<ReviewLevel> SC = EnumSet.of(STREET, COUNTY);
    private static final Set<ReviewLevel> SM = EnumSet.of(STREET, CITY);
    private static final Set<ReviewLevel> CM = EnumSet.of(COUNTY, CITY);
    private static final Set<ReviewLevel> SCM = EnumSet.of(STREET, COUNTY, CITY);

    private static final List<Line> LINES = List.of(
            line(NOT_ENROLLED, ENROL, ENROLLED, Party.COMMUNITY),
            line(WITHDRAWN, ENROL, ENROLLED, Party.COMMUNITY),
            line(ENROLLED, START, SELF_ASSESSING, Party.COMMUNITY),
            line(RETURNED, START, SELF_ASSESSING, Party.COMMUNITY),
            line(SELF_ASSESSING, SUBMIT, SELF_SUBMITTED, Party.COMMUNITY),
            line(SELF_SUBMITTED, RECALL, SELF_ASSESSING, Party.COMMUNITY),
            // the way up
            line(SELF_SUBMITTED, APPROVE, STREET_RECOMMENDED, Party.STREET, SC, SM, SCM),
            line(SELF_SUBMITTED, APPROVE, SITE_CHECK, Party.STREET, S),
            line(STREET_RECOMMENDED, TAKE_UP, COUNTY_REVIEW, Party.COUNTY, SC, SCM),
            line(SELF_SUBMITTED, TAKE_UP, COUNTY_REVIEW, Party.COUNTY, C, CM),
            line(STREET_RECOMMENDED, TAKE_UP, CITY_REVIEW, Party.CITY, SM),
            line(SELF_SUBMITTED, TAKE_UP, CITY_REVIEW, Party.CITY, M),
            line(COUNTY_REVIEW, APPROVE, CITY_REVIEW, Party.COUNTY, CM, SCM),
            line(COUNTY_REVIEW, APPROVE, SITE_CHECK, Party.COUNTY, C, SC),
            line(CITY_REVIEW, APPROVE, SITE_CHECK, Party.CITY, M, SM, CM, SCM),
            // the way down, one level after the other
            line(SITE_CHECK, UNAPPROVE, CITY_REVIEW, Party.CITY, M, SM, CM, SCM),
            line(SITE_CHECK, UNAPPROVE, COUNTY_REVIEW, Party.COUNTY, C, SC),
            line(SITE_CHECK, UNAPPROVE, SELF_SUBMITTED, Party.STREET, S),
            line(CITY_REVIEW, UNAPPROVE, COUNTY_REVIEW, Party.COUNTY, CM, SCM),
            line(CITY_REVIEW, PUT_DOWN, STREET_RECOMMENDED, Party.CITY, SM),
            line(CITY_REVIEW, PUT_DOWN, SELF_SUBMITTED, Party.CITY, M),
            line(COUNTY_REVIEW, PUT_DOWN, STREET_RECOMMENDED, Party.COUNTY, SC, SCM),
            line(COUNTY_REVIEW, PUT_DOWN, SELF_SUBMITTED, Party.COUNTY, C, CM),
            line(STREET_RECOMMENDED, UNAPPROVE, SELF_SUBMITTED, Party.STREET, SC, SM, SCM),
            // back to the community, by whoever has it on the desk
            line(SELF_SUBMITTED, RETURN, RETURNED, Party.STREET, S, SC, SM, SCM),
            line(SELF_SUBMITTED, RETURN, RETURNED, Party.COUNTY, C, CM),
            line(SELF_SUBMITTED, RETURN, RETURNED, Party.CITY, M),
            line(STREET_RECOMMENDED, RETURN, RETURNED, Party.COUNTY, SC, SCM),
            line(STREET_RECOMMENDED, RETURN, RETURNED, Party.CITY, SM),
            line(COUNTY_REVIEW, RETURN, RETURNED, Party.COUNTY),
            line(CITY_REVIEW, RETURN, RETURNED, Party.CITY),
            line(SITE_CHECK, RETURN, RETURNED, Party.CITY, M, SM, CM, SCM),
            line(SITE_CHECK, RETURN, RETURNED, Party.COUNTY, C, SC),
            line(SITE_CHECK, RETURN, RETURNED, Party.STREET, S),
            line(ENROLLED, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(SELF_ASSESSING, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(SELF_SUBMITTED, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(RETURNED, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(STREET_RECOMMENDED, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(COUNTY_REVIEW, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(CITY_REVIEW, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            line(SITE_CHECK, WITHDRAW, WITHDRAWN, Party.COMMUNITY),
            // who never gets as far as the decision does not hold up the cycle
            line(ENROLLED, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(SELF_ASSESSING, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(SELF_SUBMITTED, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(RETURNED, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(STREET_RECOMMENDED, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(COUNTY_REVIEW, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(CITY_REVIEW, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            line(SITE_CHECK, TAKE_OUT, WITHDRAWN, Party.DECIDER),
            // the decision
            line(SITE_CHECK, SCORE, SCORED, Party.DECIDER),
            line(REASSESS, SCORE, SCORED, Party.DECIDER),
            line(SCORED, CHECK_AGAIN, SITE_CHECK, Party.DECIDER),
            line(REASSESS, CHECK_AGAIN, SITE_CHECK, Party.DECIDER),
            line(SCORED, PROPOSE_PASS, PROPOSED_PASS, Party.DECIDER),
            line(SCORED, PROPOSE_FAIL, PROPOSED_FAIL, Party.DECIDER),
            line(PROPOSED_PASS, TAKE_BACK, SCORED, Party.DECIDER),
            line(PROPOSED_FAIL, TAKE_BACK, SCORED, Party.DECIDER),
            line(PROPOSED_PASS, GIVE_NOTICE, PUBLIC_NOTICE, Party.DECIDER),
            line(PUBLIC_NOTICE, OBJECT, OBJECTION, Party.ANYBODY),
            line(OBJECTION, OBJECT, OBJECTION, Party.ANYBODY),
            line(OBJECTION, DISMISS, PUBLIC_NOTICE, Party.DECIDER),
            line(OBJECTION, UPHOLD, REASSESS, Party.DECIDER),
            // of several objections the first upheld may have been followed by a new score, made before the next was
            // upheld
            line(SCORED, UPHOLD, REASSESS, Party.DECIDER),
            line(PROPOSED_PASS, UPHOLD, REASSESS, Party.DECIDER),
            line(PROPOSED_FAIL, UPHOLD, REASSESS, Party.DECIDER),
            line(PUBLIC_NOTICE, UPHOLD, REASSESS, Party.DECIDER),
            line(PUBLIC_NOTICE, ATTAIN, ATTAINED, Party.DECIDER),
            line(PROPOSED_FAIL, FAIL, NOT_ATTAINED, Party.DECIDER),
            // what was missing was made good, while the cycle is still running
            line(NOT_ATTAINED, CHECK_AGAIN, SITE_CHECK, Party.DECIDER),
            line(ATTAINED, CALL_RECHECK, RECHECK_DUE, Party.DECIDER),
            line(RECHECK_DUE, PASS_RECHECK, ATTAINED, Party.DECIDER),
            line(RECHECK_DUE, ORDER_RECTIFICATION, RECTIFY, Party.DECIDER),
            line(RECTIFY, ACCEPT_RECTIFICATION, ATTAINED, Party.DECIDER),
            line(RECTIFY, REVOKE, REVOKED, Party.DECIDER));

    private AssessmentMoves() {}

    @SafeVarargs
    private static Line line(
            AssessmentState from, AssessmentMove move, AssessmentState to, Party party, Set<ReviewLevel>... where) {
        return new Line(from, move, to, party, Set.of(where));
    }

    /** The whole table. */
    public static List<Line> lines() {
        return LINES;
    }

    /**
     * What a move leads to.
     *
     * @param levels the levels that review in the cycle
     * @return empty when it cannot be done from there
     */
    public static Optional<Line> find(AssessmentState from, AssessmentMove move, Set<ReviewLevel> levels) {
        return possible(from, levels).stream()
                .filter(line -> line.move() == move)
                .findFirst();
    }

    /** All that can be done from there, in the order of the table. */
    public static List<Line> possible(AssessmentState from, Set<ReviewLevel> levels) {
        return LINES.stream()
                .filter(line -> line.from() == from && line.holds(levels))
                .toList();
    }

    /** The levels whose approval stands in a state, from the bottom up; empty outside the review. */
    public static Set<ReviewLevel> approved(AssessmentState state, Set<ReviewLevel> levels) {
        return levels.stream()
                .filter(level -> switch (state) {
                    case STREET_RECOMMENDED, COUNTY_REVIEW -> level == STREET;
                    case CITY_REVIEW -> level != CITY;
                    case SITE_CHECK -> true;
                    default -> false;
                })
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(ReviewLevel.class)));
    }
}

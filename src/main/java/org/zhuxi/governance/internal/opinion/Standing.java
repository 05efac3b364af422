package org.zhuxi.governance.internal.opinion;

/**
 * How a group, or everybody, stands to one statement.
 *
 * @param seen how many answered: agreed, disagreed or passed
 */
public record Standing(int agree, int disagree, int seen) {

    /** z value above which something is significant at 90 %, one-sided. */
    static final double SIGNIFICANT = 1.2816;

    /** Both together. */
    public Standing plus(Standing other) {
        return new Standing(agree + other.agree, disagree + other.disagree, seen + other.seen);
    }

    /** How many gave this answer. */
    public int of(boolean agreeing) {
        return agreeing ? agree : disagree;
    }

    /** Probability of this answer, one agreeing and one not agreeing added. */
    double probability(boolean agreeing) {
        return (of(agreeing) + 1.0) / (seen + 2.0);
    }

    /** z value of a half against this answer. */
    double probabilityTest(boolean agreeing) {
        return 2 * Math.sqrt(seen + 1.0) * ((of(agreeing) + 1.0) / (seen + 1.0) - 0.5);
    }

    /** How much more usual the answer is than among the others. */
    double ratio(boolean agreeing, Standing others) {
        return probability(agreeing) / others.probability(agreeing);
    }

    /** z value of the difference to the others. */
    double ratioTest(boolean agreeing, Standing others) {
        return proportions(of(agreeing), others.of(agreeing), seen, others.seen);
    }

    /** The test of two proportions, one added to each of the four numbers. */
    static double proportions(int inside, int outside, int seenInside, int seenOutside) {
        var p1 = (inside + 1.0) / (seenInside + 1.0);
        var p2 = (outside + 1.0) / (seenOutside + 1.0);
        var pooled = (inside + outside + 2.0) / (seenInside + seenOutside + 2.0);
        return pooled == 1
                ? 0
                : (p1 - p2) / Math.sqrt(pooled * (1 - pooled) * (1 / (seenInside + 1.0) + 1 / (seenOutside + 1.0)));
    }

    /** How typical the answer is of this group. */
    double weight(boolean agreeing, Standing others) {
        return ratio(agreeing, others)
                * ratioTest(agreeing, others)
                * probability(agreeing)
                * probabilityTest(agreeing);
    }

    boolean isSignificant(boolean agreeing, Standing others) {
        return ratioTest(agreeing, others) > SIGNIFICANT && probabilityTest(agreeing) > SIGNIFICANT;
    }
}

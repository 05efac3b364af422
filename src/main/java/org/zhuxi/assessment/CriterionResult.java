package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/**
 * What came out for one criterion.
 *
 * @param criterion its code
 * @param points what it brings, two decimals, from its floor to its most
 * @param maxPoints what it could have brought; zero when it was taken out of the sum
 * @param evidence ids of the evidence that counted
 */
public record CriterionResult(
        String criterion,
        Outcome outcome,
        BigDecimal points,
        BigDecimal maxPoints,
        Reason reason,
        List<UUID> evidence) {

    public CriterionResult {
        evidence = List.copyOf(evidence);
    }

    /** What was found. */
    public enum Outcome {
        MET,
        NOT_MET,
        PARTLY,
        /** It is not asked of this community. */
        NOT_APPLICABLE,
        /** Too little is known; blocks the decision. */
        NOT_ASSESSED
    }

    /**
     * Why, before it is put into words.
     *
     * @param key of a message
     * @param arguments numbers and codes in the order of the message; {@link org.zhuxi.kernel.Names} in the reader's language
     */
    public record Reason(String key, List<Object> arguments) {

        public Reason {
            arguments = List.copyOf(arguments);
        }

        public static Reason of(String key, Object... arguments) {
            return new Reason("assessment.reason." + key, List.of(arguments));
        }
    }

    /** Whether nothing stands in the way: it is met, or it does not apply. */
    public boolean isFulfilled() {
        return outcome == Outcome.MET || outcome == Outcome.NOT_APPLICABLE;
    }
}

package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Ratio;

/**
 * A community held against a standard.
 *
 * @param results one a criterion, in the order of the standard
 * @param areas points by area, in the order of the standard
 * @param rawScore sum of all points, bonuses included
 * @param maxApplicable what could have been reached without bonuses, after criteria were taken out
 * @param score of 100, exact; null when the standard gives no points
 * @param vetoesFailed codes of violated vetoes; one is enough to fail
 * @param gatesFailed codes of gates that are not met
 * @param areasShort codes of areas below their least points
 * @param level code of the level reached, or null
 */
public record ScoreSheet(
        List<CriterionResult> results,
        List<AreaTotal> areas,
        BigDecimal rawScore,
        BigDecimal maxApplicable,
        @Nullable Ratio score,
        List<String> vetoesFailed,
        List<String> gatesFailed,
        List<String> areasShort,
        Decision decision,
        @Nullable String level) {

    private static final int DECIMALS = 2;

    public ScoreSheet {
        results = List.copyOf(results);
        areas = List.copyOf(areas);
        vetoesFailed = List.copyOf(vetoesFailed);
        gatesFailed = List.copyOf(gatesFailed);
        areasShort = List.copyOf(areasShort);
    }

    /** Whether the standard is met. */
    public enum Decision {
        PASS,
        FAIL,
        /** Some criterion has not been assessed. */
        OPEN
    }

    /** The points of an area. */
    public record AreaTotal(String area, BigDecimal points, BigDecimal maxPoints) {}

    /** The score as printed, half up to two decimals; what is decided is decided on {@link #score}. */
    public @Nullable BigDecimal rescaledScore() {
        return score == null ? null : score.times(BigDecimal.ONE, DECIMALS);
    }

    /** What came out for a criterion. */
    public Optional<CriterionResult> result(String criterion) {
        return results.stream().filter(one -> one.criterion().equals(criterion)).findFirst();
    }

    /** Codes of the criteria nobody has assessed. */
    public List<String> open() {
        return results.stream()
                .filter(one -> one.outcome() == CriterionResult.Outcome.NOT_ASSESSED)
                .map(CriterionResult::criterion)
                .toList();
    }
}

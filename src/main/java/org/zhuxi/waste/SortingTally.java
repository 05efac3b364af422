package org.zhuxi.waste;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;

/**
 * How accurately was sorted. Accuracy = (drops graded A + bags found correct) / (drops graded at all + bags checked); a drop
 * without a grade says nothing, and without any look there is no accuracy rather than zero.
 *
 * @param gradedA drops graded A
 * @param graded drops graded A, B or C
 * @param correct bags found correct at inspections
 * @param checked bags checked at inspections
 */
public record SortingTally(long gradedA, long graded, long correct, long checked) {

    public static final SortingTally NONE = new SortingTally(0, 0, 0, 0);

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    public SortingTally {
        if (gradedA < 0 || gradedA > graded || correct < 0 || correct > checked) {
            throw new IllegalArgumentException(
                    "Not a tally: " + gradedA + "/" + graded + " drops, " + correct + "/" + checked + " bags");
        }
    }

    public SortingTally plus(SortingTally other) {
        return new SortingTally(
                Math.addExact(gradedA, other.gradedA),
                Math.addExact(graded, other.graded),
                Math.addExact(correct, other.correct),
                Math.addExact(checked, other.checked));
    }

    /** Drops and bags that were right. */
    public long right() {
        return gradedA + correct;
    }

    /** Drops and bags that were looked at. */
    public long looks() {
        return graded + checked;
    }

    /** The accuracy in percent, 0 to 100, to one decimal, half up; empty when nothing was looked at. */
    public Optional<BigDecimal> percent() {
        return looks() == 0
                ? Optional.empty()
                : Optional.of(HUNDRED.multiply(BigDecimal.valueOf(right()))
                        .divide(BigDecimal.valueOf(looks()), 1, RoundingMode.HALF_UP));
    }

    /** The change since an earlier tally in percentage points, the difference of the two printed percentages. */
    public Optional<BigDecimal> pointsSince(SortingTally earlier) {
        return percent().flatMap(now -> earlier.percent().map(now::subtract));
    }
}

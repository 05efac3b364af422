package org.zhuxi.assessment;

import java.math.BigDecimal;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.Verdict;

/**
 * A number that has to be reached or kept below. Compared on exact numbers, never on printed ones.
 *
 * @param unit such as %, 次 or 处
 * @param word the word the standard uses, which says whether the number itself is included: 以上 and 不低于 include it, 超过 does
 *     not
 */
public record Threshold(Op op, BigDecimal value, String unit, String word) {

    /** How a number is compared with the threshold. */
    public enum Op {
        GE,
        GT,
        LE,
        LT,
        EQ;

        boolean holds(int comparison) {
            return switch (this) {
                case GE -> comparison >= 0;
                case GT -> comparison > 0;
                case LE -> comparison <= 0;
                case LT -> comparison < 0;
                case EQ -> comparison == 0;
            };
        }
    }

    /** Whether a number meets it; unknown when its qualifier leaves both open. */
    public Verdict verdict(QualifiedNumber number) {
        return verdict(number.value().compareTo(value), number.qualifier());
    }

    /** Whether a ratio times a factor meets it, on the exact numbers. */
    public Verdict verdict(Ratio ratio, BigDecimal factor, Qualifier qualifier) {
        var comparison = Integer.signum(ratio.part().multiply(factor).compareTo(value.multiply(ratio.whole())))
                * ratio.whole().signum();
        return verdict(comparison, qualifier);
    }

    /** What is surely so for every number the qualifier allows. */
    private Verdict verdict(int comparison, Qualifier qualifier) {
        return switch (qualifier) {
            case EXACT -> op.holds(comparison) ? Verdict.YES : Verdict.NO;
            case AT_LEAST -> atLeast(comparison);
            case AT_MOST -> atMost(comparison);
            case ABOUT -> Verdict.UNKNOWN;
        };
    }

    private Verdict atLeast(int comparison) {
        return switch (op) {
            case GE, GT -> op.holds(comparison) ? Verdict.YES : Verdict.UNKNOWN;
            case LE, LT -> op.holds(comparison) ? Verdict.UNKNOWN : Verdict.NO;
            case EQ -> comparison > 0 ? Verdict.NO : Verdict.UNKNOWN;
        };
    }

    private Verdict atMost(int comparison) {
        return switch (op) {
            case LE, LT -> op.holds(comparison) ? Verdict.YES : Verdict.UNKNOWN;
            case GE, GT -> op.holds(comparison) ? Verdict.UNKNOWN : Verdict.NO;
            case EQ -> comparison < 0 ? Verdict.NO : Verdict.UNKNOWN;
        };
    }
}

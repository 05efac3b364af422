package org.zhuxi.assessment;

import java.util.Optional;
import org.zhuxi.indicator.Ratio;

/**
 * How communities stand with one criterion.
 *
 * @param notMet partly met ones included
 */
public record CriterionCount(String criterion, long met, long notMet, long notApplicable, long notAssessed) {

    /** The sum with another of the same criterion. */
    public CriterionCount plus(CriterionCount other) {
        return new CriterionCount(
                criterion,
                met + other.met,
                notMet + other.notMet,
                notApplicable + other.notApplicable,
                notAssessed + other.notAssessed);
    }

    /** In which fifth of the way to all the rate lies, from 0 to 4; compared on whole numbers. */
    public int band() {
        return met + notMet == 0 ? 0 : (int) Math.min(4, Math.multiplyExact(met, 5L) / (met + notMet));
    }

    /** F08: met of those that were asked; empty when none was. */
    public Optional<Ratio> rate() {
        return met + notMet == 0 ? Optional.empty() : Optional.of(Ratio.of(met, met + notMet));
    }
}

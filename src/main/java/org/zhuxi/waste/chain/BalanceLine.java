package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import org.zhuxi.waste.WasteClass;

/**
 * One class of a month's balance. All masses are in kg. For each leg: what went in − what came out − what is explained is
 * unexplained, exactly.
 *
 * @param dropped what households brought
 * @param collected what vehicles took
 * @param treated what facilities received
 * @param explainedCollectionKg sum of the explanations from drop to collection
 * @param explainedTreatmentKg sum of the explanations from collection to treatment
 * @param tolerancePercent a remainder up to this share of the larger mass is called balanced
 */
public record BalanceLine(
        WasteClass wasteClass,
        Mass dropped,
        Mass collected,
        Mass treated,
        BigDecimal explainedCollectionKg,
        BigDecimal explainedTreatmentKg,
        BigDecimal tolerancePercent) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    /**
     * A sum of records.
     *
     * @param verifiedKg what is verified; only this is balanced
     * @param provisionalKg what waits for a reviewer
     * @param estimatedKg how much of the verified mass was estimated by bags or bins
     * @param records how many carry the verified mass; 0 means that nobody recorded anything, which is not a mass of zero
     */
    public record Mass(BigDecimal verifiedKg, BigDecimal provisionalKg, BigDecimal estimatedKg, long records) {

        public static final Mass NONE = new Mass(BigDecimal.ZERO, BigDecimal.ZERO, BigDecimal.ZERO, 0);

        public boolean isMissing() {
            return records == 0;
        }
    }

    /** What went in − what came out on a leg. */
    public BigDecimal differenceKg(Leg leg) {
        return in(leg).verifiedKg().subtract(out(leg).verifiedKg());
    }

    /** The difference in percent of what went in, to one decimal; empty while nothing is recorded there. */
    public Optional<BigDecimal> differencePercent(Leg leg) {
        return in(leg).verifiedKg().signum() == 0
                ? Optional.empty()
                : Optional.of(
                        differenceKg(leg).multiply(HUNDRED).divide(in(leg).verifiedKg(), 1, RoundingMode.HALF_UP));
    }

    public BigDecimal explainedKg(Leg leg) {
        return switch (leg) {
            case COLLECTION -> explainedCollectionKg;
            case TREATMENT -> explainedTreatmentKg;
        };
    }

    /** What nobody has explained yet. */
    public BigDecimal unexplainedKg(Leg leg) {
        return differenceKg(leg).subtract(explainedKg(leg));
    }

    /** Whether both ends are recorded, so that the leg can be judged. */
    public boolean isKnown(Leg leg) {
        return !in(leg).isMissing() && !out(leg).isMissing();
    }

    /** Whether what is unexplained is within the tolerance; false while an end is missing. */
    public boolean isBalanced(Leg leg) {
        var larger = in(leg).verifiedKg().max(out(leg).verifiedKg());
        return isKnown(leg)
                && unexplainedKg(leg).abs().multiply(HUNDRED).compareTo(larger.multiply(tolerancePercent)) <= 0;
    }

    public Mass in(Leg leg) {
        return switch (leg) {
            case COLLECTION -> dropped;
            case TREATMENT -> collected;
        };
    }

    public Mass out(Leg leg) {
        return switch (leg) {
            case COLLECTION -> collected;
            case TREATMENT -> treated;
        };
    }
}

package org.zhuxi.compost.process;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What went into a batch and what came out. Loss is water and gas: in = out + loss, exactly. Dry matter tells whether that can
 * be: some of it is always lost, and never may there be more of it afterwards.
 *
 * @param inKg wet mass of everything put in, with water
 * @param outKg wet mass of compost, rejects and leachate
 * @param dryInKg null when the moisture of something put in is unknown
 * @param dryOutKg null when the moisture of what came out was not measured
 */
public record MassBalance(
        BigDecimal inKg,
        BigDecimal outKg,
        @Nullable BigDecimal dryInKg,
        @Nullable BigDecimal dryOutKg) {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal LEAST = new BigDecimal("0.10");
    private static final BigDecimal MOST = new BigDecimal("0.70");
    private static final BigDecimal USUAL_LEAST = new BigDecimal("0.20");
    private static final BigDecimal USUAL_MOST = new BigDecimal("0.60");
    private static final int SHARE_DIGITS = 4;

    /**
     * A mass of something.
     *
     * @param massKg wet mass, not negative
     * @param moisturePercent in % of wet mass, or null when unknown
     */
    public record Flow(BigDecimal massKg, @Nullable BigDecimal moisturePercent) {

        /** Dry mass in kg, or null when the moisture is unknown. */
        public @Nullable BigDecimal dryKg() {
            return moisturePercent == null
                    ? null
                    : massKg.multiply(HUNDRED.subtract(moisturePercent)).divide(HUNDRED);
        }
    }

    /** How believable it is. */
    public enum Verdict {
        /** Between 20 and 60 % of the dry matter is gone. */
        PLAUSIBLE,
        /** Unusual, but possible. */
        REVIEW,
        /** More dry matter came out than went in, or hardly any was lost, or nearly all: something was measured wrongly. */
        IMPOSSIBLE,
        /** Without measured moisture nothing can be said. */
        MOISTURE_MISSING
    }

    public static MassBalance of(List<Flow> in, List<Flow> out) {
        return new MassBalance(mass(in), mass(out), dry(in), dry(out));
    }

    /** What went off as water and gas, in kg; negative when more came out than went in. */
    public BigDecimal lossKg() {
        return inKg.subtract(outKg);
    }

    /** Share of the dry matter that is gone, 0.4 for 40 %; null when it cannot be told. */
    public @Nullable BigDecimal dryLoss() {
        if (dryInKg == null || dryOutKg == null || dryInKg.signum() == 0) {
            return null;
        }
        return BigDecimal.ONE.subtract(dryOutKg.divide(dryInKg, SHARE_DIGITS, RoundingMode.HALF_UP));
    }

    /** What came out by what went in, wet; null when nothing went in. */
    public @Nullable BigDecimal wetYield() {
        return inKg.signum() == 0 ? null : outKg.divide(inKg, SHARE_DIGITS, RoundingMode.HALF_UP);
    }

    public Verdict verdict() {
        if (lossKg().signum() < 0) {
            return Verdict.IMPOSSIBLE;
        }
        var loss = dryLoss();
        if (loss == null) {
            return Verdict.MOISTURE_MISSING;
        }
        if (loss.compareTo(LEAST) < 0 || loss.compareTo(MOST) > 0) {
            return Verdict.IMPOSSIBLE;
        }
        return loss.compareTo(USUAL_LEAST) < 0 || loss.compareTo(USUAL_MOST) > 0 ? Verdict.REVIEW : Verdict.PLAUSIBLE;
    }

    private static BigDecimal mass(List<Flow> flows) {
        return flows.stream().map(Flow::massKg).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static @Nullable BigDecimal dry(List<Flow> flows) {
        var sum = BigDecimal.ZERO;
        for (var flow : flows) {
            var dry = flow.dryKg();
            if (dry == null) {
                return null;
            }
            sum = sum.add(dry);
        }
        return flows.isEmpty() ? null : sum;
    }
}

package org.zhuxi.compost.process;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;

/** Kilograms in a litre, from buckets of the site that were weighed. What stands in books is never used for credited mass. */
public final class Density {

    /** So many weighings of a month make a density of that month. */
    public static final int ENOUGH = 5;

    private static final int QUARTER = 4;

    private Density() {}

    /**
     * A bucket on the scale.
     *
     * @param litres volume of what is in it, above zero
     */
    public record Weighing(BigDecimal grossKg, BigDecimal tareKg, BigDecimal litres) {

        public BigDecimal netKg() {
            return grossKg.subtract(tareKg);
        }

        /** In kg per litre. */
        public BigDecimal kgPerLitre() {
            return netKg().divide(litres, MathContext.DECIMAL64);
        }
    }

    /** The mean of the weighings in kg per litre, however few. */
    public static BigDecimal mean(List<Weighing> weighings) {
        return weighings.stream()
                .map(Weighing::kgPerLitre)
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(weighings.size()), MathContext.DECIMAL64);
    }

    /** The mean in kg per litre, or empty with fewer weighings than {@link #ENOUGH}. */
    public static Optional<BigDecimal> credited(List<Weighing> weighings) {
        return weighings.size() < ENOUGH ? Optional.empty() : Optional.of(mean(weighings));
    }

    /** Volume in m³ of a mass, by a density in kg/m³. */
    public static BigDecimal volumeM3(BigDecimal massKg, BigDecimal kgPerM3) {
        return massKg.divide(kgPerM3, MathContext.DECIMAL64);
    }

    /** Cross-section of a skip that widens upwards: (short + long) × (narrow + broad) ÷ 4. */
    public static BigDecimal crossSection(
            BigDecimal shortest, BigDecimal longest, BigDecimal narrow, BigDecimal broad) {
        return shortest.add(longest)
                .multiply(narrow.add(broad))
                .divide(BigDecimal.valueOf(QUARTER), MathContext.DECIMAL64);
    }
}

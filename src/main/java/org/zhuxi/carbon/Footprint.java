package org.zhuxi.carbon;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a household emitted in a month.
 *
 * @param parts what it consists of
 * @param kg all together, kg CO2e
 * @param perPersonAndDayKg kg CO2e a person and day of a month of 30 days
 */
public record Footprint(List<Part> parts, BigDecimal kg, BigDecimal perPersonAndDayKg) {

    public Footprint {
        parts = List.copyOf(parts);
    }

    /**
     * @param code such as {@code electricity}
     * @param amount used
     * @param unit of the amount
     * @param factors codes of the factors that were added up
     * @param factorKg their sum, kg CO2e a unit
     */
    public record Part(
            String code, BigDecimal amount, String unit, List<FactorRef> factors, BigDecimal factorKg, BigDecimal kg) {

        public Part {
            factors = List.copyOf(factors);
        }
    }

    /** A version of a factor. */
    public record FactorRef(String code, String version) {}
}

package org.zhuxi.carbon.method;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one unit of an amount emits: a constant times factors, times one less other factors, times the share that decays.
 * Everything the platform claims has this form, so that every term can be opened and drawn at random in the same way.
 *
 * @param constant such as 16/12, or 0.001 where a factor is in g/kg
 * @param factors codes of variables that are multiplied
 * @param complements codes of variables of which one less the value is multiplied
 * @param decay share that decays, or null for all
 */
public record Formula(
        double constant,
        List<String> factors,
        List<String> complements,
        @Nullable Decay decay) {

    public Formula {
        factors = List.copyOf(factors);
        complements = List.copyOf(complements);
    }

    /**
     * The share of a deposit that decays in some years: e^(−k·after)·(1 − e^(−k·years)).
     *
     * @param rate code of the variable k, in 1/year
     * @param after whole years since the year of disposal
     */
    public record Decay(String rate, int after, int years) {

        public Decay {
            if (after < 0 || years < 1) {
                throw new IllegalArgumentException("Not a time of decay: " + after + " + " + years);
            }
        }

        double of(double k) {
            return Math.exp(-k * after) * -Math.expm1(-k * years);
        }
    }

    /** A product of factors alone. */
    public static Formula product(double constant, String... factors) {
        return new Formula(constant, List.of(factors), List.of(), null);
    }
}

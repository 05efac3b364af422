package org.zhuxi.carbon.method;

/**
 * Greenhouse gases as carbon dioxide; negative where a calculation comes out so, never cut off at zero.
 *
 * @param value in t CO2e
 */
public record TonnesCo2e(double value) {

    /** @throws IllegalArgumentException when it is not a number */
    public TonnesCo2e {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("Not an amount of greenhouse gas: " + value);
        }
    }

    public TonnesCo2e plus(TonnesCo2e other) {
        return new TonnesCo2e(value + other.value);
    }

    public TonnesCo2e minus(TonnesCo2e other) {
        return new TonnesCo2e(value - other.value);
    }

    public double kilograms() {
        return value * 1_000;
    }
}

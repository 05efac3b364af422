package org.zhuxi.carbon.method;

/**
 * A rate of first-order decay.
 *
 * @param value in 1/year, positive
 */
public record PerYear(double value) {

    /** @throws IllegalArgumentException when it is not positive */
    public PerYear {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Not a rate of decay: " + value);
        }
    }

    /** The share that decays in a time. @param years may be broken */
    public double decayedIn(double years) {
        return -Math.expm1(-value * years);
    }

    /** The share that is left after a time. @param years may be broken */
    public double leftAfter(double years) {
        return Math.exp(-value * years);
    }
}

package org.zhuxi.carbon.method;

/**
 * A share of a whole.
 *
 * @param value 0 to 1
 */
public record Fraction(double value) {

    /** @throws IllegalArgumentException when it is outside 0 to 1 */
    public Fraction {
        if (!(value >= 0 && value <= 1)) {
            throw new IllegalArgumentException("Not a share between 0 and 1: " + value);
        }
    }

    /** What is left of the whole. */
    public double rest() {
        return 1 - value;
    }
}

package org.zhuxi.carbon.method;

/**
 * A mass of waste as it is received, water included.
 *
 * @param value in t, never negative
 */
public record Tonnes(double value) {

    /** @throws IllegalArgumentException when it is negative or not a number */
    public Tonnes {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Not a mass: " + value);
        }
    }

    /** A mass in kilograms. */
    public static Tonnes ofKilograms(double kilograms) {
        return new Tonnes(kilograms / 1_000);
    }
}

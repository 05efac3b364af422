package org.zhuxi.carbon.method;

/**
 * Electricity.
 *
 * @param value in kWh, never negative
 */
public record KilowattHours(double value) {

    /** @throws IllegalArgumentException when it is negative or not a number */
    public KilowattHours {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Not an amount of electricity: " + value);
        }
    }
}

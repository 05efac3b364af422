package org.zhuxi.carbon.method;

/**
 * A volume of gas or water.
 *
 * @param value in m³, never negative
 */
public record CubicMetres(double value) {

    /** @throws IllegalArgumentException when it is negative or not a number */
    public CubicMetres {
        if (!(value >= 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Not a volume: " + value);
        }
    }
}

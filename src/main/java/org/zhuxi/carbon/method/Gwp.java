package org.zhuxi.carbon.method;

/**
 * Global warming potential of a gas: how many tonnes of carbon dioxide do as much as one tonne of it.
 *
 * @param value t CO2e/t, positive
 */
public record Gwp(double value) {

    /** @throws IllegalArgumentException when it is not positive */
    public Gwp {
        if (!(value > 0 && Double.isFinite(value))) {
            throw new IllegalArgumentException("Not a warming potential: " + value);
        }
    }
}

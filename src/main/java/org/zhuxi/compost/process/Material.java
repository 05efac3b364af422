package org.zhuxi.compost.process;

import java.math.BigDecimal;

/**
 * A mass with the water and the degradable carbon in it, all in the same unit; the parts of a stream add up to the stream
 * (IPCC 2006, volume 5, box 2.1).
 */
public record Material(BigDecimal mass, BigDecimal water, BigDecimal carbon) {

    public static Material of(long mass, long water, long carbon) {
        return new Material(BigDecimal.valueOf(mass), BigDecimal.valueOf(water), BigDecimal.valueOf(carbon));
    }

    public Material plus(Material other) {
        return new Material(mass.add(other.mass), water.add(other.water), carbon.add(other.carbon));
    }

    public Material minus(Material other) {
        return new Material(mass.subtract(other.mass), water.subtract(other.water), carbon.subtract(other.carbon));
    }

    /** What does not evaporate. */
    public BigDecimal dry() {
        return mass.subtract(water);
    }
}

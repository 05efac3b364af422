package org.zhuxi.waste;

import java.math.BigDecimal;

/** How much a household brought: weighed, or counted in bags where there is no scale. */
public sealed interface Amount {

    /** Mass in kg as the scale shows it. */
    record Weighed(BigDecimal massKg) implements Amount {}

    /** Household bags; their mass is estimated with the declared mass of one bag of the class. */
    record Bags(int count) implements Amount {}

    /** The mass in kg, estimated for bags. */
    default BigDecimal massKg(BigDecimal bagKg) {
        return switch (this) {
            case Weighed(var massKg) -> massKg;
            case Bags(var count) -> bagKg.multiply(BigDecimal.valueOf(count));
        };
    }
}

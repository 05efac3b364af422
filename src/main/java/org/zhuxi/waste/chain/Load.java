package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** How much a vehicle took: weighed, or counted in full bins where there is no scale. All masses are in kg. */
public sealed interface Load {

    Weighing weighing();

    /**
     * A weight from a scale.
     *
     * @param grossKg of the full vehicle, or null when only the waste was weighed
     * @param tareKg of the empty vehicle; there if and only if the gross weight is
     */
    record Weighed(
            Weighing weighing,
            @Nullable BigDecimal grossKg,
            @Nullable BigDecimal tareKg,
            BigDecimal netKg) implements Load {

        public Weighed {
            if (weighing == Weighing.ESTIMATED) {
                throw new IllegalArgumentException("A scale does not estimate");
            }
        }
    }

    /** Full bins; their mass is estimated with the declared density of the class. */
    record Bins(int bins, int litres) implements Load {

        @Override
        public Weighing weighing() {
            return Weighing.ESTIMATED;
        }
    }

    /** Net mass in kg; for bins estimated with the density in kg per m³, to one decimal, half up. */
    default BigDecimal netKg(BigDecimal kgPerM3) {
        return switch (this) {
            case Weighed weighed -> weighed.netKg();
            case Bins(var bins, var litres) ->
                BigDecimal.valueOf((long) bins * litres)
                        .multiply(kgPerM3)
                        .divide(BigDecimal.valueOf(1_000), 1, RoundingMode.HALF_UP);
        };
    }
}

package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** How readings become amounts. */
public sealed interface Reckoning {

    /** The two ways. */
    enum Way {
        WEIGHING,
        COUNTER;

        /** Message key of its name. */
        public String label() {
            return "sensing.tap.way." + name().toLowerCase(Locale.ROOT);
        }
    }

    Way way();

    /**
     * Each load of a scale is a record.
     *
     * @param least the scale is empty below, in the unit of the device
     * @param settleSeconds how long a load must have stayed the same to count; it counts once the scale is empty again. 0 for scales that
     *     send a weight once it has settled: then each reading is a load
     * @param tolerance by how much readings of a load that stays the same may differ
     */
    record Weighing(BigDecimal least, int settleSeconds, BigDecimal tolerance) implements Reckoning {

        @Override
        public Way way() {
            return Way.WEIGHING;
        }
    }

    /**
     * What went through a meter in a day is a record. Between two readings it is spread evenly.
     *
     * @param capacity the reading at which the meter begins again at zero; null when not known
     */
    record Counter(@Nullable BigDecimal capacity) implements Reckoning {

        @Override
        public Way way() {
            return Way.COUNTER;
        }
    }
}

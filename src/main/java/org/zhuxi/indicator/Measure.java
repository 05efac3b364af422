package org.zhuxi.indicator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * Something that is counted or weighed and can be added up; declared in a file under {@code indicator/}.
 *
 * @param code stable, such as {@code waste.kitchen.mass}
 * @param unit as people read it
 * @param kinds kinds of record it counts; empty when it does not come from records
 * @param quantity the quantity of these records that is added up; null for a count of different households
 * @param yearly whether it is known for years only, as a register is
 * @param sites types of site that are counted, of a measure of registers; empty when it counts none
 * @param cell the measure that says how many households are behind it, or its own code when it counts people; null when it
 *     singles out nobody
 * @param definition what is counted and what not, in plain words
 */
public record Measure(
        String code,
        Names names,
        Names unit,
        int decimals,
        Aggregation aggregation,
        Source source,
        List<String> kinds,
        @Nullable String quantity,
        List<String> sites,
        boolean yearly,
        @Nullable String cell,
        Names definition) {

    /** Where its values come from. */
    public enum Source {
        /** Records of activities. */
        ACTIVITY,
        /** Entered by hand with evidence, and verified by a second person. */
        ENTERED,
        /** A frozen snapshot of the register of communities. */
        REGISTER,
        /** Another module, see {@link MeasureFeed}; entered by hand for places about which it knows nothing. */
        FED
    }

    public Measure {
        kinds = List.copyOf(kinds);
        sites = List.copyOf(sites);
    }
}

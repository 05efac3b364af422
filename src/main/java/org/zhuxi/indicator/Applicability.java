package org.zhuxi.indicator;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * Of which communities an indicator speaks. Where it does not apply there is no value, which is neither missing nor zero, and
 * what these communities gave all the same is left out of the sums above them.
 *
 * @param settlement null when it applies to both
 * @param estates kinds of estate as the register calls them in Chinese, such as 老旧小区; none when it applies to all. A community
 *     whose kind is not known is not taken to be of another kind
 * @param names of which communities it speaks, in plain words
 */
public record Applicability(@Nullable Settlement settlement, List<String> estates, Names names) {

    /** What a community is. */
    public enum Settlement {
        /** It has a residents' committee. */
        URBAN,
        /** It is a village. */
        RURAL
    }

    public Applicability {
        estates = List.copyOf(Objects.requireNonNullElse(estates, List.of()));
    }
}

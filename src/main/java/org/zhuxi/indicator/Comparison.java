package org.zhuxi.indicator;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A line of a before/after table. What the source does not give stays empty; nothing is reckoned from one side.
 *
 * @param before as printed, or null when it is not given
 * @param after as printed, or null when it is not given
 * @param change as printed, or null
 */
public record Comparison(
        UUID id,
        String place,
        PlacePath path,
        String topic,
        Names names,
        Names unit,
        @Nullable QualifiedNumber before,
        @Nullable QualifiedNumber after,
        @Nullable QualifiedNumber change,
        Delta.@Nullable Kind changeKind,
        Names note,
        String source,
        boolean withdrawn,
        Origin origin) {

    /** The change: reckoned from both sides when both are exact, otherwise as printed, otherwise unknown. */
    public Optional<Delta> delta() {
        if (before != null
                && after != null
                && before.qualifier() == Qualifier.EXACT
                && after.qualifier() == Qualifier.EXACT) {
            return Optional.of(
                    Delta.between(before.value(), after.value(), unit.en().equals("%")));
        }
        return change == null || changeKind == null
                ? Optional.empty()
                : Optional.of(new Delta(changeKind, change.value(), null));
    }
}

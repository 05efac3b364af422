package org.zhuxi.governance;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A decision as somebody prepares it.
 *
 * @param place code of a community, quarter or building
 * @param options answers or projects in the order of the lot; empty for a question of yes or no
 */
public record NewDecision(
        @Nullable String place,
        @Nullable DecisionKind kind,
        @Nullable Integer matter,
        @Nullable String title,
        @Nullable String words,
        @Nullable UUID idea,
        @Nullable Integer mostChoices,
        @Nullable Voting voting,
        @Nullable Long budgetYuan,
        @Nullable Integer points,
        @Nullable Instant opensAt,
        @Nullable Instant closesAt,
        @Nullable List<NewOption> options) {

    /** An option without its number. */
    public record NewOption(@Nullable String name, @Nullable Long costYuan) {}
}

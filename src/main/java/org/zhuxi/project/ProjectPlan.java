package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What is to be built, when, by whom and for how much; what is not known is null or empty.
 *
 * @param costFen in fen; null when not given
 * @param quantity extent in the unit of the type; null when not given
 * @param end last day of the works
 * @param contractor who builds; known when the works begin
 * @param warrantyMonths how long the contractor mends defects after acceptance; 0 without
 */
public record ProjectPlan(
        Names words,
        @Nullable Long costFen,
        @Nullable BigDecimal quantity,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        String contractor,
        int warrantyMonths) {

    /** Nothing planned yet. */
    public static final ProjectPlan NOTHING = new ProjectPlan(new Names("", ""), null, null, null, null, "", 0);

    /** Whether it can be decided on. */
    boolean isComplete() {
        return !words.zh().isBlank() && costFen != null && start != null && end != null;
    }
}

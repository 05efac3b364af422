package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A plan as it is written; parts may still be missing while it is a draft.
 *
 * @param costFen in fen
 * @param quantity extent in the unit of the project's type
 * @param warrantyMonths 0 to 600
 */
public record NewPlan(
        @Nullable Names words,
        @Nullable Long costFen,
        @Nullable BigDecimal quantity,
        @Nullable LocalDate start,
        @Nullable LocalDate end,
        @Nullable Integer warrantyMonths) {}

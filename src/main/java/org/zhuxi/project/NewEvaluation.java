package org.zhuxi.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/** An evaluation as it is recorded; see {@link Evaluation}. */
public record NewEvaluation(
        @Nullable LocalDate heldOn,
        @Nullable Integer satisfied,
        @Nullable Integer neutral,
        @Nullable Integer dissatisfied,
        @Nullable Names words,
        @Nullable String indicator,
        @Nullable String before,
        @Nullable String after) {}

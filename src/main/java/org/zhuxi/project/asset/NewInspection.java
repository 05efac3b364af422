package org.zhuxi.project.asset;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An inspection as it is recorded.
 *
 * @param on today when not given
 * @param findings what is wrong, one text each
 * @param due until when it has to be put right; thirty days when not given
 * @param stars of a corridor, from 1 to 5; null when none are given
 */
public record NewInspection(
        @Nullable LocalDate on,
        @Nullable Condition condition,
        @Nullable String words,
        @Nullable List<String> findings,
        @Nullable LocalDate due,
        @Nullable Integer stars) {}

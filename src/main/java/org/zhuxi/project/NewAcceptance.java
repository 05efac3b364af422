package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An acceptance as it is recorded.
 *
 * @param passed whether the works are right
 * @param defects what has to be mended, one text each; there are some when it did not pass, and none when it did
 * @param defectsDue until when
 * @param doneQuantity extent that was built, in the unit of the type
 */
public record NewAcceptance(
        @Nullable LocalDate heldOn,
        @Nullable Boolean passed,
        @Nullable String words,
        @Nullable List<String> defects,
        @Nullable LocalDate defectsDue,
        @Nullable BigDecimal doneQuantity) {}

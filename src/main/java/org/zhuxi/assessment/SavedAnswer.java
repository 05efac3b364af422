package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one side says of one criterion.
 *
 * @param outcome what came of it when it was saved
 * @param points null where the standard gives no points
 * @param comment in words; empty when there is none
 */
public record SavedAnswer(
        AnswerSide side,
        String criterion,
        Finding finding,
        CriterionResult.Outcome outcome,
        @Nullable BigDecimal points,
        String comment,
        UUID by,
        Instant at) {}

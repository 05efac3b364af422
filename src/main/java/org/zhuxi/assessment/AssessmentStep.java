package org.zhuxi.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to an assessment.
 *
 * @param by who did it; null for a visitor
 * @param reason in his words; empty when none was needed
 */
public record AssessmentStep(
        int number,
        AssessmentMove move,
        AssessmentState from,
        AssessmentState to,
        AssessmentMoves.Party party,
        @Nullable UUID by,
        String reason,
        Instant at) {}

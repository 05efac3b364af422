package org.zhuxi.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;

/**
 * Published in the transaction in which an assessment moves on; for modules above, such as notifications.
 *
 * @param cyclePath place of the cycle
 * @param step number of the step, counted from the first of this assessment
 * @param by who did it; null for whoever has no account
 * @param reason why, where a reason was given; empty otherwise
 */
public record AssessmentMoved(
        CommunityId community,
        UUID assessment,
        UUID cycle,
        PlacePath cyclePath,
        PlacePath path,
        int step,
        @Nullable UUID by,
        AssessmentMove move,
        AssessmentState from,
        AssessmentState to,
        String reason) {}

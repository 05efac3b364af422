package org.zhuxi.assessment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * The assessment of one community in one cycle.
 *
 * @param place 12-digit code of the community
 * @param answered criteria with an answer of the community
 * @param modifications answers changed since it was submitted last; zero while it is locked
 * @param completedBy who submitted it
 * @param approvedAt when a level approved last
 * @param score of 100, two decimals; null where the standard gives no points or before it is scored
 * @param level reached in a standard of levels, or empty
 * @param decision what the score sheet says; null before it is scored
 * @param noticeUntil last day of the public notice
 * @param endedAt when it was revoked
 * @param recheckOn day from which it is due to be checked again
 */
public record CommunityAssessment(
        CommunityId community,
        UUID id,
        UUID cycle,
        String place,
        PlacePath path,
        AssessmentState state,
        int answered,
        int modifications,
        Instant enrolledAt,
        @Nullable UUID completedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant approvedAt,
        @Nullable UUID scoredBy,
        @Nullable BigDecimal score,
        String level,
        ScoreSheet.@Nullable Decision decision,
        @Nullable LocalDate noticeFrom,
        @Nullable LocalDate noticeUntil,
        @Nullable Instant attainedAt,
        @Nullable Instant endedAt,
        @Nullable LocalDate recheckOn,
        @Nullable LocalDate rectifyBy,
        Instant changedAt,
        Origin origin) {

    /** Most characters of a reason or comment. */
    public static final int WORDS = 500;

    /** Whether everybody may see it: from the first day of its notice on. */
    public boolean isPublic() {
        return noticeFrom != null && state != AssessmentState.WITHDRAWN;
    }
}

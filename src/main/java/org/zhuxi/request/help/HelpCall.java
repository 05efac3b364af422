package org.zhuxi.request.help;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A call for help.
 *
 * @param place code of the plate's place, a dwelling perhaps; for those on duty alone
 * @param level whom it has reached: 1 the duty of the building and desk, 2 the head of the community, 3 the street
 * @param acknowledgedAt when somebody said: I am coming
 */
public record HelpCall(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        String phone,
        String words,
        @Nullable UUID account,
        Instant calledAt,
        int level,
        @Nullable UUID acknowledgedBy,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant endedAt,
        String outcome,
        Origin origin) {

    /** Longest words, in characters. */
    public static final int WORDS = 300;

    /** The level above which nobody is. */
    public static final int HIGHEST = 3;

    public boolean isWaiting() {
        return acknowledgedAt == null;
    }
}

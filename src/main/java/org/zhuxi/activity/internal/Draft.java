package org.zhuxi.activity.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ReviewReason;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;

/**
 * A submission that was found right by itself and may be written.
 *
 * @param waits why it waits for a reviewer, or null when it is verified at once
 * @param verifiedBy RULE or SAMPLE when it is verified at once
 * @param onlyIfKnown the refusal it meets unless it had been recorded before: what was sent in time and is only sent again
 *     late is no late record
 * @param origin where it comes from
 */
record Draft(
        Actor actor,
        Activity activity,
        ContentHash hash,
        List<String> evidence,
        @Nullable ReviewReason waits,
        @Nullable VerifiedBy verifiedBy,
        @Nullable Problem onlyIfKnown,
        Origin origin)
        implements Screened {

    @Override
    public UUID id() {
        return activity.id();
    }

    /** Records of one household go to one writer. */
    int shard() {
        var household = activity.household();
        return (household == null ? id() : household).hashCode();
    }
}

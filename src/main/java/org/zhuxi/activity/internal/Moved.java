package org.zhuxi.activity.internal;

import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;

/** A record in another state. */
final class Moved {

    private Moved() {}

    static Activity to(Activity activity, ActivityState state) {
        return new Activity(
                activity.id(),
                activity.community(),
                activity.kind(),
                activity.place(),
                activity.household(),
                activity.site(),
                activity.occurredAt(),
                activity.localDate(),
                activity.quantities(),
                activity.grade(),
                activity.note(),
                activity.recordedBy(),
                activity.recordedAt(),
                state,
                activity.supersedes());
    }

    /** Whether records in that state are part of any sum. */
    static boolean counts(ActivityState state) {
        return switch (state) {
            case RECORDED, VERIFIED -> true;
            case REJECTED, REVERSED -> false;
        };
    }
}

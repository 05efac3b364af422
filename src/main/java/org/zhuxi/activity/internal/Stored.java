package org.zhuxi.activity.internal;

import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ReviewReason;
import org.zhuxi.kernel.Origin;

/** A record as it lies in the database, with what only this module needs to know about it. */
record Stored(
        Activity activity,
        ContentHash hash,
        @Nullable ReviewReason waits,
        @Nullable VerifiedBy verifiedBy,
        int evidenceCount,
        Origin origin) {}

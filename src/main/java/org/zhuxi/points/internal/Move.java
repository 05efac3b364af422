package org.zhuxi.points.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.points.PostingKind;

/** A transfer that has been decided but does not stand in an account yet. */
record Move(
        UUID id,
        PostingKind kind,
        Counter counter,
        long points,
        Posting.Details details,
        @Nullable UUID reverses,
        long fingerprint) {}

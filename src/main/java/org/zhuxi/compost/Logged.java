package org.zhuxi.compost;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;

/** What became of one entry of a batch; the problem is null unless it is in conflict or rejected. */
public record Logged(UUID id, Status status, @Nullable Problem problem) {

    /** The four fates. */
    public enum Status {
        CREATED,
        DUPLICATE,
        CONFLICT,
        REJECTED
    }
}

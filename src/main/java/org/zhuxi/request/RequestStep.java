package org.zhuxi.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a request.
 *
 * @param to its state afterwards; null when the state stayed
 * @param shown whether everybody may read it; otherwise it is a private note
 * @param by null for the reporter and for the clock
 */
public record RequestStep(
        UUID id,
        UUID request,
        Kind kind,
        @Nullable RequestState to,
        String words,
        boolean shown,
        @Nullable UUID by,
        Instant at) {

    /** What it was. */
    public enum Kind {
        REPORTED,
        MOVED,
        ASSIGNED,
        NOTED,
        MERGED,
        CALLED_BACK,
        PHOTO,
        ADDED,
        ESCALATED,
        VERIFIED,
        ECHO,
        RELEASED
    }
}

package org.zhuxi.sensing;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Problem;

/** What became of a reading. @param problem why it was refused, else null */
public record ReadingOutcome(
        long sequence, Status status, @Nullable Problem problem) {

    /** Whether it counts. */
    public enum Status {
        TAKEN,
        /** It came before and counted then. */
        KNOWN,
        REFUSED
    }
}

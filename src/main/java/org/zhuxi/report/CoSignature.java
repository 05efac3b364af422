package org.zhuxi.report;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A department that signs a report.
 *
 * @param note why it does not sign; otherwise empty
 */
public record CoSignature(
        String department,
        Names names,
        State state,
        String note,
        @Nullable Instant signedAt) {

    /** What a department said. */
    public enum State {
        WAITING,
        SIGNED,
        OBJECTED
    }
}

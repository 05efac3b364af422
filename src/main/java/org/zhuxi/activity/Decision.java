package org.zhuxi.activity;

import java.time.Instant;
import java.util.UUID;

/**
 * What somebody decided about a record.
 *
 * @param reason in that person's words; may be empty for a verification
 * @param by account
 */
public record Decision(Verdict verdict, String reason, UUID by, Instant at) {

    /** The decisions there are. */
    public enum Verdict {
        VERIFIED,
        REJECTED,
        REVERSED,
        SUPERSEDED
    }
}

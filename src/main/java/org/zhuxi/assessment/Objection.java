package org.zhuxi.assessment;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody holds against a proposal that is shown to the public. Everybody sees the reason and the answer; only those who
 * run the cycle see who raised it, until a year after the answer.
 *
 * @param criterion code, or empty when it is about the whole
 * @param evidence where proof is found, in words
 * @param name who raised it; empty to others, and once it is forgotten, as {@code contact} is
 * @param answer empty while it is open
 */
public record Objection(
        UUID id,
        UUID assessment,
        String criterion,
        String reason,
        String evidence,
        String name,
        String contact,
        State state,
        Instant raisedAt,
        String answer,
        @Nullable Instant answeredAt) {

    /** What became of it. */
    public enum State {
        OPEN,
        DISMISSED,
        UPHELD
    }

    /** Without who raised it. */
    public Objection anonymous() {
        return new Objection(id, assessment, criterion, reason, "", "", "", state, raisedAt, answer, answeredAt);
    }
}

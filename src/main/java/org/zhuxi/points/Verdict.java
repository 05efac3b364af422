package org.zhuxi.points;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of one request to move points.
 *
 * @param posting the posting that stands for it, or null when there is none
 * @param points how many points moved, 0 when none did
 */
public record Verdict(Outcome outcome, @Nullable UUID posting, long points) {

    /** The fates of a request. */
    public enum Outcome {
        POSTED,
        /** Posted in part or not at all, because the day's limit of the rule leaves no more. */
        CAPPED,
        /** The same request had been posted before; that posting stands. */
        DUPLICATE,
        /** The key had been used for another request; that one stands. */
        MISMATCH,
        /** The household has fewer points than that. */
        OVERDRAFT,
        /** There is no such posting on this account, or it is of a kind that is never taken back. */
        NOT_REVERSIBLE,
        /** The posting had been taken back before. */
        REVERSED_BEFORE,
        /** More points than an account can hold. */
        TOO_MANY,
        /** An account was looked after and nothing had to move. */
        NOTHING_DUE
    }

    /** A verdict by which nothing moved. */
    public static Verdict nothing(Outcome outcome) {
        return new Verdict(outcome, null, 0);
    }

    /** Whether points moved now or at the first attempt. */
    public boolean isPosted() {
        return posting != null && outcome != Outcome.MISMATCH;
    }
}

package org.zhuxi.points;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;

/**
 * What one source recorded in a stretch of time, with its points withheld until somebody else has decided (隔离).
 *
 * @param recorder the account that recorded; that person never decides
 * @param openedBy who withheld it; neither does that person
 * @param decidedBy the second person, or null as long as nobody has decided
 * @param finishedAt when the last record was reversed or released, or null
 */
public record Quarantine(
        UUID id,
        CommunityId community,
        UUID recorder,
        Instant from,
        Instant to,
        String reason,
        State state,
        UUID openedBy,
        Instant openedAt,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt,
        @Nullable String decisionNote,
        @Nullable Instant finishedAt) {

    /** How far it is. Those that end in -ING are worked on by a job. */
    public enum State {
        WITHHOLDING,
        /** Everything is withheld and waits for the second person. */
        WITHHELD,
        REVERSING,
        REVERSED,
        RELEASING,
        RELEASED;

        public boolean isUnderWay() {
            return this == WITHHOLDING || this == REVERSING || this == RELEASING;
        }
    }

    /** Whether this person neither withheld it nor recorded what is in it. */
    public boolean mayBeDecidedBy(UUID account) {
        return !openedBy.equals(account) && !recorder.equals(account);
    }

    /** What the second person decides. */
    public enum Decision {
        /** The records were false: they and their points are taken back. */
        REVERSE,
        /** The records were honest: the points come back as they were. */
        RELEASE
    }

    /**
     * What it came to so far.
     *
     * @param records in it
     * @param done of these, those that the step under way has reached
     * @param households behind them
     * @param points that the records had earned
     * @param withheld of these, what was still there
     * @param takenBack by the reversal
     * @param owed of these, what had been spent and is owed now
     */
    public record Counts(
            long records, long done, long households, long points, long withheld, long takenBack, long owed) {

        /** 0 to 100. */
        public int percent() {
            return records == 0 ? 100 : (int) (done * 100 / records);
        }

        /** What had been spent when the points were withheld. */
        public long spent() {
            return points - withheld;
        }
    }
}

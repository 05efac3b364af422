package org.zhuxi.exchange;

import java.time.Instant;
import java.util.UUID;

/**
 * An uploaded table and how far it is.
 *
 * @param source code of what it is imported as
 * @param rowsDone of the present phase; so are the counts
 * @param creates rows that make something new, or would
 * @param sames rows that are there already
 */
public record ImportJob(
        UUID id,
        UUID accountId,
        String source,
        String fileName,
        String fileSha256,
        Phase phase,
        State state,
        long rowsTotal,
        long rowsDone,
        long creates,
        long changes,
        long sames,
        long refusals,
        Instant createdAt,
        Instant changedAt) {

    /** First what the rows would do is told, then they are taken; afterwards they may be taken back. */
    public enum Phase {
        CHECK,
        RUN,
        UNDO
    }

    /** How a phase stands. */
    public enum State {
        WORKING,
        DONE,
        FAILED
    }

    /** Whether the dry run is over and something would come of it. */
    public boolean isReady() {
        return phase == Phase.CHECK && state == State.DONE && creates + changes > 0;
    }

    /** Whether rows were taken that have not been taken back. */
    public boolean isTaken() {
        return phase == Phase.RUN && state != State.WORKING && creates > 0;
    }

    public int percent() {
        return rowsTotal == 0 ? 100 : (int) (rowsDone * 100 / rowsTotal);
    }
}

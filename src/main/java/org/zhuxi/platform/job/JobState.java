package org.zhuxi.platform.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a job stands.
 *
 * @param name such as {@code points.expiry}
 * @param nextRun when it is due; null when it was never scheduled
 * @param runningOn host and process that run it at this moment, or null
 * @param failuresInARow runs that failed since the last that succeeded
 * @param lastRun the latest run, or null when there was none
 */
public record JobState(
        String name,
        RecurringJob.Cadence cadence,
        @Nullable Instant nextRun,
        @Nullable String runningOn,
        int failuresInARow,
        @Nullable JobRun lastRun) {

    public boolean isRunning() {
        return runningOn != null;
    }

    /** Whether its last run failed. */
    public boolean isFailing() {
        return failuresInARow > 0;
    }
}

package org.zhuxi.platform.job;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param instance host and process that ran it
 * @param finishedAt null while it is under way, or for ever when its program was killed
 * @param succeeded null as long as it has not finished
 * @param detail {@link #outcome()} as it is kept, such as {@code accounts-erased=3}, or the kind of failure; empty as long as it
 *     has not finished
 */
public record JobRun(
        String job,
        Instant startedAt,
        String instance,
        @Nullable Instant finishedAt,
        @Nullable Boolean succeeded,
        String detail) {

    /** What it did; empty unless it succeeded, and for runs of versions that kept a sentence. */
    public Optional<JobOutcome> outcome() {
        return Boolean.TRUE.equals(succeeded) ? JobOutcome.find(detail) : Optional.empty();
    }
}

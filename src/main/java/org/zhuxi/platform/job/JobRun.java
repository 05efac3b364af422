package org.zhuxi.platform.job;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One run of a job.
 *
 * @param instance host and process that ran it
 * @param finishedAt null while it is under way, or for ever when its program was killed
 * @param succeeded null as long as it has not finished
 * @param detail what it did, or the kind of failure
 */
public record JobRun(
        String job,
        Instant startedAt,
        String instance,
        @Nullable Instant finishedAt,
        @Nullable Boolean succeeded,
        String detail) {}

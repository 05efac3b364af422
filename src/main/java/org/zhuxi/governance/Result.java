package org.zhuxi.governance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A published result; it never changes.
 *
 * @param adopted whether it was adopted; null for polls and budgets
 * @param outcome the numbers as JSON, the same that a recount of the file gives
 * @param fileSha256 hash of the file of ballots
 */
public record Result(
        @Nullable Boolean adopted,
        String outcome,
        int entitled,
        long totalAreaCentiM2,
        int ballots,
        int onPaper,
        String fileSha256,
        Instant countedAt) {}

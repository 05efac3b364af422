package org.zhuxi.sensing.internal.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An observation to be kept.
 *
 * @param start when it was observed, or since when
 * @param end until when; null for a moment
 * @param parameters JSON
 * @param quality JSON
 */
public record NewObservation(
        Instant start,
        @Nullable Instant end,
        ObservedResult result,
        @Nullable Instant resultAt,
        @Nullable Instant validFrom,
        @Nullable Instant validTo,
        long feature,
        @Nullable String parameters,
        @Nullable String quality) {}

package org.zhuxi.activity.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;

/**
 * A file as it will be kept.
 *
 * @param takenAt where the camera says it was taken; for whoever keeps it to look at, not to be written down
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cleaned(
        byte[] bytes,
        String mime,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable LocalDateTime capturedAt,
        @Nullable GeoPoint takenAt) {}

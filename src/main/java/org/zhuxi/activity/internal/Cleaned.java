package org.zhuxi.activity.internal;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/** A file as it will be kept. */
@SuppressWarnings("ArrayRecordComponent") // never compared
record Cleaned(
        byte[] bytes,
        String mime,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable LocalDateTime capturedAt) {}

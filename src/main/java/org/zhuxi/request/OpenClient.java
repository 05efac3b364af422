package org.zhuxi.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A program that may report through Open311.
 *
 * @param place code of the place in which it may report, and below
 * @param endedAt null while its key is good
 */
public record OpenClient(
        UUID id,
        String label,
        String place,
        PlacePath path,
        Instant madeAt,
        @Nullable Instant endedAt,
        Origin origin) {}

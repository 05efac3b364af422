package org.zhuxi.project.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Somebody looked. @param stars of a corridor, from 1 to 5, or null */
public record AssetInspection(
        UUID id,
        LocalDate on,
        Condition condition,
        String words,
        @Nullable Integer stars) {}

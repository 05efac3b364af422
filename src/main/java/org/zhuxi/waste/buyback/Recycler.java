package org.zhuxi.waste.buyback;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * A firm that buys recyclables in a community.
 *
 * @param phone where residents reach it; may be empty
 * @param until last day, or null while it works there
 */
public record Recycler(
        RecyclerRef ref,
        String name,
        String phone,
        LocalDate since,
        @Nullable LocalDate until,
        Origin origin) {}

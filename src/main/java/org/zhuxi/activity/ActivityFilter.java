package org.zhuxi.activity;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * Which records to list; null where it does not matter.
 *
 * @param place at or below; null for every place the actor may look into
 * @param from first day
 * @param to the day after the last
 */
public record ActivityFilter(
        @Nullable PlacePath place,
        @Nullable String kind,
        @Nullable ActivityState state,
        @Nullable UUID household,
        @Nullable UUID site,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    /** Everything the actor may see. */
    public static final ActivityFilter ALL = new ActivityFilter(null, null, null, null, null, null, null);

    /** The records of one household. */
    public static ActivityFilter of(UUID household) {
        return new ActivityFilter(null, null, null, household, null, null, null);
    }
}

package org.zhuxi.kernel;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a long list, read by key and not by number.
 *
 * @param items the rows of this page, in order
 * @param next the key to ask for the following page, or null on the last one
 */
public record Slice<T>(List<T> items, @Nullable String next) {

    public Slice {
        items = List.copyOf(items);
    }

    /** Cuts a list that was read one row too long, taking the key of the last row that stays. */
    public static <T> Slice<T> of(List<T> readOneMore, int limit, java.util.function.Function<T, String> key) {
        if (readOneMore.size() <= limit) {
            return new Slice<>(readOneMore, null);
        }
        var kept = readOneMore.subList(0, limit);
        return new Slice<>(kept, key.apply(kept.getLast()));
    }
}

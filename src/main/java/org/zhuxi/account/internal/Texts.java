package org.zhuxi.account.internal;

import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A column of many rows as texts, for {@code unnest}. */
final class Texts {

    private Texts() {}

    static <T> @Nullable String[] of(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}

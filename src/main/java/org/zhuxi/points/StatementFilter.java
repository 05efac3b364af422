package org.zhuxi.points;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which lines of a statement are wanted; null means all.
 *
 * @param from first local day
 * @param to last local day
 */
public record StatementFilter(
        @Nullable PostingKind kind,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    public static final StatementFilter ALL = new StatementFilter(null, null, null);

    public boolean isEmpty() {
        return kind == null && from == null && to == null;
    }
}

package org.zhuxi.indicator.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/** Reads parts of rows. */
final class Rows {

    private Rows() {}

    static Tally tally(ResultSet row) throws SQLException {
        return new Tally(
                row.getBigDecimal("verified"),
                row.getLong("records"),
                row.getBigDecimal("provisional"),
                row.getLong("waiting"),
                row.getLong("cell"),
                row.getLong("at_least"),
                row.getLong("at_most"),
                row.getLong("about"),
                row.getLong("places"));
    }

    static Names names(ResultSet row, String column) throws SQLException {
        return new Names(row.getString(column + "_zh"), row.getString(column + "_en"));
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** A column of values to be bound as an array of texts. */
    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }
}

package org.zhuxi.platform.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/** Reads parts of rows, and binds lists as arrays. */
public final class Rows {

    private Rows() {}

    /** The columns {@code name_zh} and {@code name_en}. */
    public static Names names(ResultSet row) throws SQLException {
        return names(row, "name");
    }

    /** The columns {@code <column>_zh} and {@code <column>_en}. */
    public static Names names(ResultSet row, String column) throws SQLException {
        return new Names(row.getString(column + "_zh"), row.getString(column + "_en"));
    }

    /** A moment that is always there. */
    public static Instant moment(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A moment that may be null. */
    public static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    /** A day that may be null. */
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** A moment as the driver binds it. */
    public static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
    }

    /** A column of values to be bound as an array of texts. */
    public static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(column)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }
}

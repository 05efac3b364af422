package org.zhuxi.points.internal;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.zhuxi.platform.database.BinaryArrays;

/** Binds the columns of many rows, one array a column, one parameter after the other. */
final class Columns {

    private final PreparedStatement statement;
    private int at;

    Columns(PreparedStatement statement) {
        this.statement = statement;
    }

    void value(Object value) throws SQLException {
        statement.setObject(++at, value);
    }

    <T> void texts(List<T> rows, Function<T, @Nullable String> column) throws SQLException {
        array("text", rows, column);
    }

    /** @param type of which PostgreSQL is given the text of each element */
    <T> void array(String type, List<T> rows, Function<T, @Nullable String> column) throws SQLException {
        var values = new @Nullable String[rows.size()];
        Arrays.setAll(values, i -> column.apply(rows.get(i)));
        statement.setArray(++at, statement.getConnection().createArrayOf(type, values));
    }

    <T> void uuids(List<T> rows, Function<T, @Nullable UUID> column) throws SQLException {
        var values = new @Nullable UUID[rows.size()];
        Arrays.setAll(values, i -> column.apply(rows.get(i)));
        statement.setArray(++at, BinaryArrays.uuids(statement.getConnection(), values));
    }

    <T> void longsOrNone(List<T> rows, Function<T, @Nullable Long> column) throws SQLException {
        var values = new @Nullable Long[rows.size()];
        Arrays.setAll(values, i -> column.apply(rows.get(i)));
        statement.setArray(++at, BinaryArrays.longs(statement.getConnection(), values));
    }

    <T> void integersOrNone(List<T> rows, Function<T, @Nullable Integer> column) throws SQLException {
        var values = new @Nullable Integer[rows.size()];
        Arrays.setAll(values, i -> column.apply(rows.get(i)));
        statement.setArray(++at, BinaryArrays.integers(statement.getConnection(), values));
    }

    <T> void longs(List<T> rows, ToLongFunction<T> column) throws SQLException {
        var values = new long[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.applyAsLong(rows.get(i));
        }
        primitives("int8", values);
    }

    <T> void integers(List<T> rows, ToIntFunction<T> column) throws SQLException {
        var values = new int[rows.size()];
        for (var i = 0; i < values.length; i++) {
            values[i] = column.applyAsInt(rows.get(i));
        }
        primitives("int4", values);
    }

    // the driver sends columns of primitives in binary form
    private void primitives(String type, Object values) throws SQLException {
        var connection = statement.getConnection().unwrap(PGConnection.class);
        statement.setArray(++at, connection.createArrayOf(type, values));
    }
}

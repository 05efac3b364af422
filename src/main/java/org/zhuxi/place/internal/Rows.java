package org.zhuxi.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;

/** Reading rows of this schema, and columns of a batch as arrays for {@code unnest}. */
final class Rows {

    private Rows() {}

    /** Columns code, kind, name_zh, name_en, path, community_id, id. */
    static Place place(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        var path = new PlacePath(row.getString("path"));
        var id = row.getObject("id", UUID.class);
        return new Place(
                code,
                PlaceKind.valueOf(row.getString("kind")),
                names(row, "name"),
                id == null ? path : PlaceCode.pathBelow(path, code),
                community(row),
                id);
    }

    static Names names(ResultSet row, String column) throws SQLException {
        return new Names(row.getString(column + "_zh"), row.getString(column + "_en"));
    }

    static @Nullable GeoPoint location(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }

    private static @Nullable CommunityId community(ResultSet row) throws SQLException {
        var id = row.getObject("community_id", Integer.class);
        return id == null ? null : new CommunityId(id);
    }

    /** A column of text, to be cast in SQL where it means something else; null stays null. */
    static <T> @Nullable String[] texts(Collection<T> rows, Function<T, @Nullable Object> column) {
        return rows.stream()
                .map(row -> {
                    var value = column.apply(row);
                    return value == null ? null : value.toString();
                })
                .toArray(String[]::new);
    }
}

package org.zhuxi.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.platform.database.Rows;

/** Reads rows of this schema. */
final class PlaceRows {

    private PlaceRows() {}

    /** Columns code, kind, name_zh, name_en, path, community_id, id. */
    static Place place(ResultSet row, int number) throws SQLException {
        var code = row.getString("code");
        var path = new PlacePath(row.getString("path"));
        var id = row.getObject("id", UUID.class);
        return new Place(
                code,
                PlaceKind.valueOf(row.getString("kind")),
                Rows.names(row),
                id == null ? path : PlaceCode.pathBelow(path, code),
                community(row),
                id);
    }

    static @Nullable GeoPoint location(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        return latitude == null ? null : new GeoPoint(latitude, row.getDouble("longitude"));
    }

    private static @Nullable CommunityId community(ResultSet row) throws SQLException {
        var id = row.getObject("community_id", Integer.class);
        return id == null ? null : new CommunityId(id);
    }
}

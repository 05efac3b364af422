package org.zhuxi.sensing.internal.store;

import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.model.Property;
import org.zhuxi.sensing.internal.query.Shapes;

/** Reads the geometries of locations, features and observed areas. */
@Repository
class GeometryRows implements Shapes {

    private final JdbcTemplate jdbc;
    private final GeoJson geoJson;

    GeometryRows(JdbcTemplate jdbc, GeoJson geoJson) {
        this.jdbc = jdbc;
        this.geoJson = geoJson;
    }

    @Override
    public List<Located> of(EntityType type, Property property) {
        var column = property.columns().getFirst();
        var found = new ArrayList<Located>();
        jdbc.query(
                "select e.id, e." + column + "::text from " + type.table() + " e where e." + column + " is not null",
                row -> {
                    var id = row.getLong(1);
                    geoJson.read(row.getString(2)).ifPresent(geometry -> found.add(new Located(id, geometry)));
                });
        return found;
    }
}

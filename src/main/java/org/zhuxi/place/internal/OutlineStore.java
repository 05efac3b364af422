package org.zhuxi.place.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.place.BoundingBox;
import org.zhuxi.place.Outline;

/** Outlines by community and code. */
@Component
public class OutlineStore {

    private static final String SELECT = """
            select outline.code, outline.geometry::text as geometry, outline.area_m2, outline.source, outline.changed_at,
                   community.code as community_code, community.path
            from place.outline outline
            join place.v_community community on community.community_id = outline.community_id
            where outline.community_id = any(:communities)
            """;

    private final JdbcClient jdbc;
    private final GeoJson json;

    OutlineStore(JdbcClient jdbc, GeoJson json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** An outline as it is kept. */
    public record Row(
            String code,
            String geometry,
            double areaM2,
            String source,
            Instant changedAt,
            String communityCode,
            String path) {}

    public void put(int community, Outline outline, @Nullable UUID by) {
        var box = outline.box();
        jdbc.sql("""
                        insert into place.outline (community_id, code, geometry, area_m2, source, changed_at, changed_by,
                                                   west, south, east, north)
                        values (:community, :code, cast(:geometry as jsonb), :area, :source, :at, :by,
                                :west, :south, :east, :north)
                        on conflict (community_id, code) do update
                        set geometry = excluded.geometry, area_m2 = excluded.area_m2, source = excluded.source,
                            changed_at = excluded.changed_at, changed_by = excluded.changed_by, west = excluded.west,
                            south = excluded.south, east = excluded.east, north = excluded.north
                        """)
                .param("community", community)
                .param("code", outline.code())
                .param("geometry", json.geometryText(outline.polygons()))
                .param("area", outline.areaM2())
                .param("source", outline.source())
                .param("at", outline.changedAt().atOffset(ZoneOffset.UTC))
                .param("by", by)
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north())
                .update();
    }

    public boolean remove(int community, String code) {
        return jdbc.sql("delete from place.outline where community_id = :community and code = :code")
                        .param("community", community)
                        .param("code", code)
                        .update()
                > 0;
    }

    public Optional<Row> find(int community, String code) {
        return jdbc.sql(SELECT + "and outline.code = :code")
                .param("communities", new Integer[] {community})
                .param("code", code)
                .query(OutlineStore::row)
                .optional();
    }

    public List<Row> list(Collection<Integer> communities, int limit, String after) {
        return jdbc.sql(SELECT
                        + "and outline.code collate \"C\" > :after order by outline.code collate \"C\" limit :limit")
                .param("communities", communities.toArray(Integer[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(OutlineStore::row)
                .list();
    }

    /** The outlines of whole communities that touch a box, in order of code. */
    public List<Row> listCommunitiesIn(BoundingBox box, int limit) {
        return jdbc.sql("""
                        select outline.code, outline.geometry::text as geometry, outline.area_m2, outline.source,
                               outline.changed_at, community.code as community_code, community.path
                        from place.outline outline
                        join place.v_community community
                          on community.community_id = outline.community_id
                         and community.code = outline.code
                        where box(point(outline.west, outline.south), point(outline.east, outline.north))
                              && box(point(:west, :south), point(:east, :north))
                        order by outline.code collate "C"
                        limit :limit
                        """)
                .param("west", box.west())
                .param("south", box.south())
                .param("east", box.east())
                .param("north", box.north())
                .param("limit", limit)
                .query(OutlineStore::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(
                row.getString("code"),
                row.getString("geometry"),
                row.getDouble("area_m2"),
                row.getString("source"),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                row.getString("community_code"),
                row.getString("path"));
    }
}

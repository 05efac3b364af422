package org.zhuxi.project.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.database.Rows;

/** Where projects are. */
@Repository
class PositionStore {

    private final JdbcClient jdbc;

    PositionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A point of a project. @param id of the point */
    record Position(UUID id, UUID project, Names name, GeoPoint at) {}

    /** Points of the works that were not dropped; of projects without any, the points from which photos are taken. */
    Map<UUID, List<Position>> of(Collection<UUID> projects) {
        return jdbc
                .sql("""
                        with works as (
                            select id, project_id, name_zh, name_en, latitude, longitude
                            from project.works_point
                            where project_id = any(:projects)
                            and latitude is not null
                            and state <> 'DROPPED'
                        )
                        select * from works
                        union all
                        select id, project_id, name_zh, name_en, latitude, longitude
                        from project.photo_point
                        where project_id = any(:projects)
                        and latitude is not null
                        and project_id not in (select project_id from works)
                        order by project_id, id
                        """)
                .param("projects", projects.toArray(UUID[]::new))
                .query((row, number) -> new Position(
                        Objects.requireNonNull(row.getObject("id", UUID.class)),
                        Objects.requireNonNull(row.getObject("project_id", UUID.class)),
                        Rows.names(row),
                        new GeoPoint(row.getDouble("latitude"), row.getDouble("longitude"))))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Position::project));
    }
}

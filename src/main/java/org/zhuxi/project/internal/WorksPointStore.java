package org.zhuxi.project.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.Project;
import org.zhuxi.project.WorksPoint;

/** Keeps the points of projects. */
@Repository
public class WorksPointStore {

    private final JdbcClient jdbc;

    WorksPointStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether its id and number were free. */
    public boolean insert(Project project, WorksPoint point, UUID by, Instant at) {
        var location = point.location();
        return jdbc.sql("""
                        insert into project.works_point
                            (community_id, id, project_id, number, name_zh, name_en, latitude, longitude, state,
                             agreed_by, agreed_at, settled_by)
                        values (:community, :id, :project, :number, :zh, :en, :latitude, :longitude, :state,
                            :by, :at, case when :state = 'AGREED' then null else :by end)
                        on conflict do nothing
                        """)
                        .param("community", project.community())
                        .param("id", point.id())
                        .param("project", project.id())
                        .param("number", point.number())
                        .param("zh", point.name().zh())
                        .param("en", point.name().en())
                        .param("latitude", location == null ? null : (Double) location.latitude())
                        .param("longitude", location == null ? null : (Double) location.longitude())
                        .param("state", point.state().name())
                        .param("by", by)
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Whether it was neither done nor dropped before. */
    public boolean settle(Project project, UUID id, WorksPoint.State state, LocalDate on, String reason, UUID by) {
        return jdbc.sql("""
                        update project.works_point
                        set state = :state, settled_on = :on, reason = :reason, settled_by = :by
                        where community_id = :community
                        and id = :id
                        and project_id = :project
                        and state = 'AGREED'
                        """)
                        .param("state", state.name())
                        .param("on", on)
                        .param("reason", reason)
                        .param("by", by)
                        .param("community", project.community())
                        .param("id", id)
                        .param("project", project.id())
                        .update()
                == 1;
    }

    public List<WorksPoint> list(Project project) {
        return jdbc.sql("""
                        select id, number, name_zh, name_en, latitude, longitude, state, settled_on, reason
                        from project.works_point
                        where community_id = :community
                        and project_id = :project
                        order by number
                        """)
                .param("community", project.community())
                .param("project", project.id())
                .query((row, number) -> point(row))
                .list();
    }

    private static WorksPoint point(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new WorksPoint(
                Objects.requireNonNull(row.getObject("id", UUID.class)),
                row.getInt("number"),
                new Names(row.getString("name_zh"), row.getString("name_en")),
                latitude == null || longitude == null ? null : new GeoPoint(latitude, longitude),
                WorksPoint.State.valueOf(row.getString("state")),
                row.getObject("settled_on", LocalDate.class),
                row.getString("reason"));
    }
}

package org.zhuxi.request.internal.patrol;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.patrol.LoggedVisit;
import org.zhuxi.request.patrol.Patrol;

/** Reads what was found along routes. */
@Repository
public class PatrolLogStore {

    private final JdbcClient jdbc;

    PatrolLogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Before a checkpoint of a walk, the latest first. */
    public List<LoggedVisit> list(PlacePath at, UUID patrol, int number, int limit) {
        return jdbc.sql("""
                        select r.name_zh, r.name_en, p.id, p.ended_at, v.number, c.place, v.result, v.scanned, v.request_id,
                            v.visited_at
                        from request.route r
                        join request.patrol p on p.community_id = r.community_id and p.route_id = r.id
                        join request.visit v on v.community_id = p.community_id and v.patrol_id = p.id
                        join request.checkpoint c on c.community_id = p.community_id and c.route_id = r.id and c.number = v.number
                        where (r.place_path = :path or r.place_path like :below)
                        and (p.id, v.number) < (:patrol, :number)
                        order by p.id desc, v.number desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("patrol", patrol)
                .param("number", number)
                .param("limit", limit)
                .query((row, index) -> new LoggedVisit(
                        row.getObject("id", UUID.class),
                        Rows.names(row),
                        row.getInt("number"),
                        row.getString("place"),
                        Patrol.Result.valueOf(row.getString("result")),
                        row.getBoolean("scanned"),
                        row.getObject("request_id", UUID.class),
                        Rows.moment(row, "visited_at"),
                        Rows.instant(row, "ended_at")))
                .list();
    }
}

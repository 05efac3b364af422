package org.zhuxi.request.internal.patrol;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.patrol.Patrol;
import org.zhuxi.request.patrol.Patrol.Result;
import org.zhuxi.request.patrol.Patrol.Visit;
import org.zhuxi.request.patrol.Route;

/** Keeps routes, patrols and what was found. */
@Repository
public class PatrolStore {

    private static final UUID LAST = new UUID(-1, -1);
    private static final String ROUTES = """
            select r.*, (
                select array_agg(c.place order by c.number)
                from request.checkpoint c
                where c.community_id = r.community_id
                and c.route_id = r.id
            ) as checkpoints
            from request.route r
            """;

    private final JdbcClient jdbc;

    PatrolStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(Route it, UUID by, Instant at) {
        jdbc.sql("""
                        insert into request.route (community_id, id, place, place_path, name_zh, name_en, every_days, made_by,
                            made_at, origin)
                        values (:community, :id, :place, :path, :nameZh, :nameEn, :days, :by, :at, :origin)
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("place", it.place())
                .param("path", it.path().value())
                .param("nameZh", it.name().zh())
                .param("nameEn", it.name().en())
                .param("days", it.everyDays())
                .param("by", by)
                .param("at", Rows.at(at))
                .param("origin", it.origin().name())
                .update();
        jdbc.sql("""
                        insert into request.checkpoint (community_id, route_id, number, place)
                        select :community, :route, number, place
                        from unnest(cast(:numbers as integer[]), cast(:places as text[])) as laid (number, place)
                        """)
                .param("community", it.community().value())
                .param("route", it.id())
                .param(
                        "numbers",
                        IntStream.rangeClosed(1, it.checkpoints().size())
                                .boxed()
                                .toArray(Integer[]::new))
                .param("places", it.checkpoints().toArray(String[]::new))
                .update();
    }

    public Optional<Route> findRoute(UUID id) {
        return jdbc.sql(ROUTES + "where r.id = :id")
                .param("id", id)
                .query(PatrolStore::route)
                .optional();
    }

    public List<Route> routes(PlacePath at, int limit, @Nullable UUID after) {
        return jdbc.sql(ROUTES + """
                        where (r.place_path = :path or r.place_path like :below)
                        and r.id < :after
                        and r.ended_at is null
                        order by r.id desc
                        limit :limit
                        """)
                .param("path", at.value())
                .param("below", at.below())
                .param("after", Objects.requireNonNullElse(after, LAST))
                .param("limit", limit)
                .query(PatrolStore::route)
                .list();
    }

    public void end(Route it, Instant at) {
        jdbc.sql(
                        "update request.route set ended_at = :at where community_id = :community and id = :id and ended_at is null")
                .param("at", Rows.at(at))
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
    }

    public void insert(Patrol it) {
        jdbc.sql("""
                        insert into request.patrol (community_id, id, route_id, walked_by, begun_at, origin)
                        values (:community, :id, :route, :by, :at, :origin)
                        on conflict do nothing
                        """)
                .param("community", it.community().value())
                .param("id", it.id())
                .param("route", it.route())
                .param("by", it.by())
                .param("at", Rows.at(it.begunAt()))
                .param("origin", it.origin().name())
                .update();
    }

    public Optional<Patrol> findPatrol(UUID id) {
        return jdbc.sql("select * from request.patrol where id = :id")
                .param("id", id)
                .query(this::patrol)
                .optional();
    }

    public List<Patrol> patrols(Route of, int limit) {
        return jdbc.sql("""
                        select *
                        from request.patrol
                        where community_id = :community
                        and route_id = :route
                        order by id desc
                        limit :limit
                        """)
                .param("community", of.community().value())
                .param("route", of.id())
                .param("limit", limit)
                .query(this::patrol)
                .list();
    }

    /** A checkpoint is looked at once; a second look changes nothing. */
    public void insert(Patrol of, Visit visit) {
        jdbc.sql("""
                        insert into request.visit (community_id, patrol_id, number, result, scanned, words, request_id, visited_at)
                        values (:community, :patrol, :number, :result, :scanned, :words, cast(:request as uuid), :at)
                        on conflict do nothing
                        """)
                .param("community", of.community().value())
                .param("patrol", of.id())
                .param("number", visit.number())
                .param("result", visit.result().name())
                .param("scanned", visit.scanned())
                .param("words", visit.words())
                .param("request", visit.request())
                .param("at", Rows.at(visit.at()))
                .update();
    }

    public void finish(Patrol it, Instant at, LocalDate on) {
        jdbc.sql(
                        "update request.patrol set ended_at = :at where community_id = :community and id = :id and ended_at is null")
                .param("at", Rows.at(at))
                .param("community", it.community().value())
                .param("id", it.id())
                .update();
        jdbc.sql("update request.route set walked_on = :on where community_id = :community and id = :id")
                .param("on", on)
                .param("community", it.community().value())
                .param("id", it.route())
                .update();
    }

    private List<Visit> visits(int community, UUID patrol) {
        return jdbc.sql("""
                        select *
                        from request.visit
                        where community_id = :community
                        and patrol_id = :patrol
                        order by number
                        """)
                .param("community", community)
                .param("patrol", patrol)
                .query((row, number) -> new Visit(
                        row.getInt("number"),
                        Result.valueOf(row.getString("result")),
                        row.getBoolean("scanned"),
                        row.getString("words"),
                        row.getObject("request_id", UUID.class),
                        Rows.moment(row, "visited_at")))
                .list();
    }

    private Patrol patrol(ResultSet row, int number) throws SQLException {
        var community = row.getInt("community_id");
        var id = row.getObject("id", UUID.class);
        return new Patrol(
                new CommunityId(community),
                id,
                row.getObject("route_id", UUID.class),
                row.getObject("walked_by", UUID.class),
                Rows.moment(row, "begun_at"),
                Rows.instant(row, "ended_at"),
                visits(community, id),
                Origin.valueOf(row.getString("origin")));
    }

    private static Route route(ResultSet row, int number) throws SQLException {
        return new Route(
                new CommunityId(row.getInt("community_id")),
                row.getObject("id", UUID.class),
                row.getString("place"),
                new PlacePath(row.getString("place_path")),
                Rows.names(row),
                row.getInt("every_days"),
                List.of((String[]) row.getArray("checkpoints").getArray()),
                Rows.day(row, "walked_on"),
                Origin.valueOf(row.getString("origin")));
    }
}

package org.zhuxi.request.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.ServiceRequest;

/** Finds requests as Open311 asks for them. */
@Repository
class Open311Store {

    private final JdbcClient jdbc;

    Open311Store(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param closed null for both */
    record Wanted(
            PlacePath at, List<String> services, @Nullable Boolean closed, Instant from, Instant to) {}

    List<ServiceRequest> list(Wanted wanted, int limit, int skip) {
        return jdbc.sql("""
                        select *
                        from request.request
                        where (place_path = :path or place_path like :below)
                        and received_at >= :from
                        and received_at <= :to
                        and (cardinality(cast(:services as text[])) = 0 or service = any(cast(:services as text[])))
                        and (cast(:closed as boolean) is null
                            or (state in ('CLOSED', 'REFUSED', 'DUPLICATE', 'WITHDRAWN')) = cast(:closed as boolean))
                        order by id desc
                        limit :limit
                        offset :skip
                        """)
                .param("path", wanted.at().value())
                .param("below", wanted.at().below())
                .param("from", Rows.at(wanted.from()))
                .param("to", Rows.at(wanted.to()))
                .param("services", wanted.services().toArray(String[]::new))
                .param("closed", wanted.closed())
                .param("limit", limit)
                .param("skip", skip)
                .query(RequestStore::read)
                .list();
    }

    List<ServiceRequest> byIds(Collection<UUID> ids) {
        return jdbc.sql("select * from request.request where id = any(:ids) order by id desc")
                .param("ids", ids.toArray(UUID[]::new))
                .query(RequestStore::read)
                .list();
    }

    private record Noted(UUID id, String words) {}

    /** The last public words of each request; those without any are missing. */
    Map<UUID, String> notes(Collection<ServiceRequest> of) {
        return jdbc
                .sql("""
                        select distinct on (request_id) request_id as id, words
                        from request.step
                        where community_id = any(:communities)
                        and request_id = any(:ids)
                        and shown
                        and words <> ''
                        order by request_id, done_at desc, id desc
                        """)
                .param("communities", communities(of))
                .param("ids", ids(of))
                .query(Noted.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Noted::id, Noted::words));
    }

    private record Shown(UUID request, UUID photo) {}

    /** The first released photo of each request; those without any are missing. */
    Map<UUID, UUID> photos(Collection<ServiceRequest> of) {
        return jdbc
                .sql("""
                        select distinct on (request_id) request_id as request, id as photo
                        from request.photo
                        where community_id = any(:communities)
                        and request_id = any(:ids)
                        and shown_sha256 is not null
                        order by request_id, id
                        """)
                .param("communities", communities(of))
                .param("ids", ids(of))
                .query(Shown.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Shown::request, Shown::photo));
    }

    private static Integer[] communities(Collection<ServiceRequest> of) {
        return of.stream().map(it -> it.community().value()).distinct().toArray(Integer[]::new);
    }

    private static UUID[] ids(Collection<ServiceRequest> of) {
        return of.stream().map(ServiceRequest::id).toArray(UUID[]::new);
    }
}

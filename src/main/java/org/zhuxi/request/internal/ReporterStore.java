package org.zhuxi.request.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.Rows;
import org.zhuxi.request.Reporter;
import org.zhuxi.request.ServiceRequest;

/** Keeps who reported, apart from what was reported. */
@Repository
public class ReporterStore {

    private final JdbcClient jdbc;

    ReporterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public void insert(ServiceRequest of, Reporter reporter) {
        jdbc.sql("""
                        insert into request.reporter (community_id, request_id, account_id, phone)
                        values (:community, :request, cast(:account as uuid), :phone)
                        on conflict do nothing
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .param("account", reporter.account())
                .param("phone", reporter.phone())
                .update();
    }

    public Optional<Reporter> find(ServiceRequest of) {
        return jdbc.sql("""
                        select account_id, phone, verified_at
                        from request.reporter
                        where community_id = :community
                        and request_id = :request
                        """)
                .param("community", of.community().value())
                .param("request", of.id())
                .query((row, number) -> new Reporter(
                        row.getObject("account_id", UUID.class),
                        row.getString("phone"),
                        Rows.instant(row, "verified_at")))
                .optional();
    }

    public boolean verify(ServiceRequest of, UUID by, Instant at) {
        return jdbc.sql("""
                        update request.reporter
                        set verified_by = :by, verified_at = :at
                        where community_id = :community
                        and request_id = :request
                        and phone <> ''
                        and verified_at is null
                        """)
                        .param("by", by)
                        .param("at", Rows.at(at))
                        .param("community", of.community().value())
                        .param("request", of.id())
                        .update()
                > 0;
    }

    /** Forgets telephones and accounts of requests that ended before a day; answers how many. */
    int forget(LocalDate endedBefore) {
        return jdbc.sql("""
                        update request.reporter p
                        set phone = '', verified_by = null
                        from request.request r
                        where r.community_id = p.community_id
                        and r.id = p.request_id
                        and p.phone <> ''
                        and r.closed_on < :before
                        """).param("before", endedBefore).update();
    }
}

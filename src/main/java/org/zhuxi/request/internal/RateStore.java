package org.zhuxi.request.internal;

import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.request.RequestRates;

/** Counts how requests were done. */
@Repository
public class RateStore {

    private final JdbcClient jdbc;

    RateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public RequestRates count(PlacePath at, int year, LocalDate today) {
        return jdbc.sql("""
                        select count(*) as received,
                            count(*) filter (where state not in ('CLOSED', 'REFUSED', 'DUPLICATE', 'WITHDRAWN')) as open,
                            count(*) filter (where state in %s and due_on < :today) as late,
                            count(*) filter (where counts and (responded_at is not null or respond_due_on < :today)) as handled,
                            count(*) filter (where counts and responded_in_time) as responded,
                            count(*) filter (where resolved is not null) as called,
                            count(*) filter (where resolved) as resolved,
                            count(*) filter (where satisfaction is not null) as rated,
                            count(*) filter (where satisfaction in ('SATISFIED', 'BASICALLY')) as satisfied
                        from (
                            select *, state not in ('DUPLICATE', 'WITHDRAWN') as counts
                            from request.request
                            where (place_path = :path or place_path like :below)
                            and received_on >= :from
                            and received_on < :to
                        ) found
                        """.formatted(RequestStore.OWED))
                .param("today", today)
                .param("path", at.value())
                .param("below", at.below())
                .param("from", LocalDate.of(year, 1, 1))
                .param("to", LocalDate.of(year + 1, 1, 1))
                .query(RequestRates.class)
                .single();
    }
}

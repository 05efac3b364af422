package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AuditEntry;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;

/** The audit: rows are added and read, never changed; the database refuses it. */
@Component
public class AuditStore {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private final JdbcClient jdbc;
    private final Clock clock;

    AuditStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    void insert(Audited audited) {
        var at = OffsetDateTime.now(clock);
        jdbc.sql("""
                        insert into account.audit_entry
                            (day, id, at, account_id, name, action, subject, place_path, detail)
                        values (:day, :id, :at, :account, :name, :action, :subject, :place, :detail)
                        """)
                .param("day", LocalDate.ofInstant(at.toInstant(), CHINA))
                .param("id", Ids.next())
                .param("at", at)
                .param("account", audited.actor().accountId())
                .param("name", audited.actor().name())
                .param("action", audited.action())
                .param("subject", audited.subject())
                .param("place", audited.place().value())
                .param("detail", audited.detail())
                .update();
    }

    /** Newest first, from behind an id. */
    public List<AuditEntry> list(PlacePath at, AuditTrail.Filter filter, int limit, @Nullable String after) {
        return jdbc.sql("""
                        select id, at, name, action, subject, place_path, detail
                        from account.audit_entry
                        where (place_path = :at or place_path like :below)
                          and starts_with(action, :action)
                          and strpos(lower(name), :person) > 0
                          and (cast(:day as date) is null or day = :day)
                          and (cast(:after as uuid) is null or id < cast(:after as uuid))
                        order by day desc, id desc
                        limit :limit
                        """)
                .param("at", at.value())
                .param("below", at.below())
                .param("action", filter.action().strip())
                .param("person", filter.person().strip().toLowerCase(Locale.ROOT))
                .param("day", filter.day())
                .param("after", after)
                .param("limit", limit)
                .query(AuditEntry.class)
                .list();
    }
}

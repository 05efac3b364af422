package org.zhuxi.account.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.AuditEntry;
import org.zhuxi.account.AuditTrail;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.PlacePath;

/**
 * The audit: rows are added and read, never changed; the database refuses it. People stand in it by the id of their account, and
 * their present names are looked up when it is read: an erased person has none.
 */
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
                        values (:day, :id, :at, :account,
                                case when exists (select from account.account where id = :account)
                                     then '' else :name end,
                                :action,
                                coalesce((select account_id::text from account.sign_in_name where name = :subject),
                                         :subject),
                                :place, :detail)
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

    private static final String UUID_FORM = "'^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$'";

    private static final String SELECT = """
            select entry.id, entry.at, coalesce(who.name, entry.name) as name, entry.action,
                   coalesce(whom.username, entry.subject) as subject, entry.place_path, entry.detail,
                   entry.account_id is not null and who.id is null and entry.name = '' as erased
            from account.audit_entry entry
            left join account.account who on who.id = entry.account_id
            left join account.account whom
              on whom.id = case when entry.subject ~ %s then entry.subject::uuid end
            """.formatted(UUID_FORM);

    /** Newest first, from behind an id. */
    public List<AuditEntry> list(PlacePath at, AuditTrail.Filter filter, int limit, @Nullable String after) {
        return jdbc.sql(SELECT + """
                        where (entry.place_path = :at or entry.place_path like :below)
                          and starts_with(entry.action, :action)
                          and strpos(lower(coalesce(who.name, entry.name)), :person) > 0
                          and (cast(:day as date) is null or entry.day = :day)
                          and (cast(:after as uuid) is null or entry.id < cast(:after as uuid))
                        order by entry.day desc, entry.id desc
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

    /** Entries of one sort about a person, latest first. @param action the beginning of their code */
    public List<AuditEntry> about(UUID account, String action, int limit, @Nullable UUID after) {
        return jdbc.sql(SELECT + """
                        where entry.subject = :account and starts_with(entry.action, :action)
                          and (cast(:after as uuid) is null or entry.id < cast(:after as uuid))
                        order by entry.day desc, entry.id desc
                        limit :limit
                        """)
                .param("account", account.toString())
                .param("action", action)
                .param("after", after)
                .param("limit", limit)
                .query(AuditEntry.class)
                .list();
    }

    /**
     * Who looked at a household, or at a list in which it stands, latest first; its own members left out.
     *
     * @param at where the household lives
     */
    public List<AuditEntry> looks(HouseholdRef household, PlacePath at, int limit, @Nullable String after) {
        return jdbc.sql(SELECT + """
                        where (entry.subject = :household and entry.action = 'household.read'
                               or entry.place_path = any(:around)
                                  and entry.action in ('household.list', 'household.accuracy', 'activity.list',
                                                       'activity.review', 'appointment.list', 'buyback.list',
                                                       'kit.list', 'pair.list', 'task.list', 'visit.list'))
                          and (cast(:after as uuid) is null or entry.id < cast(:after as uuid))
                          and not exists (
                              select from account.household_member member
                              where member.community_id = :community and member.household_id = cast(:household as uuid)
                                and member.account_id = entry.account_id)
                        order by entry.day desc, entry.id desc
                        limit :limit
                        """)
                .param("household", household.id().toString())
                .param("community", household.community().value())
                .param("around", at.andAbove().stream().map(PlacePath::value).toArray(String[]::new))
                .param("after", after)
                .param("limit", limit)
                .query(AuditEntry.class)
                .list();
    }
}

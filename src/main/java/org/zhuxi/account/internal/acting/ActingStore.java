package org.zhuxi.account.internal.acting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.ActingConsent;
import org.zhuxi.account.ConsentEvent.Way;
import org.zhuxi.account.NewActing;

/** Who may act for whom. */
@Component
public class ActingStore {

    private static final int MOST = 100;

    private static final String SELECT = """
            select consent.*, coalesce(person.name, '') as name, coalesce(helper.name, '') as helper_name
            from account.acting_consent consent
            left join account.account person on person.id = consent.account_id
            left join account.account helper on helper.id = consent.helper_id
            """;

    private final JdbcClient jdbc;

    ActingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param by who noted it */
    public record Given(UUID id, UUID account, UUID helper, NewActing wish, Way way, UUID by, LocalDate until) {}

    /** An earlier consent between the two that ran out is ended with it. */
    public void insert(Given given, Instant now) {
        jdbc.sql("""
                        update account.acting_consent
                        set ended_at = :now, ended_by = :by
                        where account_id = :account and helper_id = :helper and ended_at is null
                        """)
                .param("now", utc(now))
                .param("by", given.by())
                .param("account", given.account())
                .param("helper", given.helper())
                .update();
        jdbc.sql("""
                        insert into account.acting_consent
                            (id, account_id, helper_id, scopes, way, note, given_by, given_at, until, origin)
                        values (:id, :account, :helper, :scopes, :way, :note, :by, :now, :until, :origin)
                        """)
                .param("id", given.id())
                .param("account", given.account())
                .param("helper", given.helper())
                .param("scopes", given.wish().scopes().stream().sorted().toArray(String[]::new))
                .param("way", given.way().name())
                .param("note", given.wish().note())
                .param("by", given.by())
                .param("now", utc(now))
                .param("until", given.until())
                .param("origin", given.wish().origin().name())
                .update();
    }

    public Optional<ActingConsent> find(UUID id) {
        return jdbc.sql(SELECT + "where consent.id = :id")
                .param("id", id)
                .query(ActingStore::read)
                .optional();
    }

    public boolean hasOpen(UUID account, UUID helper, LocalDate day) {
        return listTo(helper, day).stream().anyMatch(it -> it.account().equals(account));
    }

    /** All that a person gave, latest first. */
    public List<ActingConsent> listOf(UUID account) {
        return jdbc.sql(SELECT + "where consent.account_id = :account order by consent.id desc limit " + MOST)
                .param("account", account)
                .query(ActingStore::read)
                .list();
    }

    /** What holds on a day for a helper. */
    public List<ActingConsent> listTo(UUID helper, LocalDate day) {
        return jdbc.sql(SELECT + """
                        where consent.helper_id = :helper and consent.ended_at is null and consent.until >= :day
                        order by consent.id desc
                        limit 100
                        """)
                .param("helper", helper)
                .param("day", day)
                .query(ActingStore::read)
                .list();
    }

    /** Answers false when it had ended already. */
    public boolean end(UUID id, UUID by, Instant now) {
        return jdbc.sql("""
                        update account.acting_consent
                        set ended_at = :now, ended_by = :by
                        where id = :id and ended_at is null
                        """)
                        .param("id", id)
                        .param("now", utc(now))
                        .param("by", by)
                        .update()
                == 1;
    }

    /** Takes somebody who is erased out of what others agreed to. */
    public void forgetHelper(UUID helper) {
        jdbc.sql("delete from account.acting_consent where helper_id = :helper")
                .param("helper", helper)
                .update();
    }

    private static ActingConsent read(ResultSet row, int number) throws SQLException {
        var ended = row.getObject("ended_at", OffsetDateTime.class);
        return new ActingConsent(
                row.getObject("id", UUID.class),
                row.getObject("account_id", UUID.class),
                row.getString("name"),
                row.getObject("helper_id", UUID.class),
                row.getString("helper_name"),
                Set.of((String[]) row.getArray("scopes").getArray()),
                Way.valueOf(row.getString("way")),
                row.getString("note"),
                row.getObject("given_at", OffsetDateTime.class).toInstant(),
                row.getObject("until", LocalDate.class),
                ended == null ? null : ended.toInstant());
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

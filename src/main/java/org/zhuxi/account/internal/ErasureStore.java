package org.zhuxi.account.internal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.account.ErasureRequest;

/** Requests for erasure, and what erasing takes out of this module's tables. */
@Component
public class ErasureStore {

    /** Tables of this schema whose lines stay, under an id that leads nowhere. */
    private static final Set<String> STAYING = Set.of("account", "audit_entry", "erasure");

    private static final String WAITING = """
            select account_id as account, id, requested_at, due_at
            from account.erasure
            where taken_back_at is null and done_at is null
            """;

    private final JdbcClient jdbc;

    ErasureStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    public Optional<ErasureRequest> findWaiting(UUID account) {
        return jdbc.sql(WAITING + "and account_id = :account")
                .param("account", account)
                .query(ErasureRequest.class)
                .optional();
    }

    public List<ErasureRequest> listDue(OffsetDateTime now) {
        return jdbc.sql(WAITING + "and due_at <= :now order by due_at limit 1000")
                .param("now", now)
                .query(ErasureRequest.class)
                .list();
    }

    public void insert(ErasureRequest request, UUID by, String reason) {
        jdbc.sql("""
                        insert into account.erasure (account_id, id, requested_by, requested_at, due_at, reason)
                        values (:account, :id, :by, :at, :due, :reason)
                        """)
                .param("account", request.account())
                .param("id", request.id())
                .param("by", by)
                .param("at", request.requestedAt().atOffset(ZoneOffset.UTC))
                .param("due", request.dueAt().atOffset(ZoneOffset.UTC))
                .param("reason", reason)
                .update();
    }

    public boolean takeBack(UUID account, OffsetDateTime now) {
        return jdbc.sql("""
                        update account.erasure
                        set taken_back_at = :now
                        where account_id = :account and taken_back_at is null and done_at is null
                        """).param("now", now).param("account", account).update() == 1;
    }

    /** Marks it as done; false when somebody took it back or was faster. */
    boolean finish(ErasureRequest request, OffsetDateTime now) {
        return jdbc.sql("""
                        update account.erasure
                        set done_at = :now
                        where account_id = :account and id = :id and taken_back_at is null and done_at is null
                        """)
                        .param("now", now)
                        .param("account", request.account())
                        .param("id", request.id())
                        .update()
                == 1;
    }

    /**
     * Empties every table of this module of an account, then takes the account itself. A table that is added later and has a
     * column {@code account_id} is emptied as well, without being named here.
     */
    void deleteAccount(UUID account) {
        for (var table : tablesWithAccounts()) {
            jdbc.sql("delete from account.\"" + table + "\" where account_id = :account")
                    .param("account", account)
                    .update();
        }
        jdbc.sql("delete from account.session where principal_name = :account")
                .param("account", account.toString())
                .update();
        jdbc.sql("delete from account.account where id = :account")
                .param("account", account)
                .update();
    }

    private List<String> tablesWithAccounts() {
        return jdbc.sql("""
                        select columns.table_name
                        from information_schema.columns columns
                        join information_schema.tables tables
                          on tables.table_schema = columns.table_schema and tables.table_name = columns.table_name
                        where columns.table_schema = 'account' and columns.column_name = 'account_id'
                          and tables.table_type = 'BASE TABLE'
                        order by columns.table_name
                        """).query(String.class).list().stream()
                .filter(table -> !STAYING.contains(table))
                .toList();
    }

    long countOtherOperators(UUID account, java.time.LocalDate day) {
        return jdbc.sql("""
                        select count(distinct account_id)
                        from account.role_grant
                        where role = 'OPERATOR' and place_path = '/' and account_id <> :account
                          and valid_from <= :day and (valid_to is null or valid_to > :day)
                        """)
                .param("account", account)
                .param("day", day)
                .query(Long.class)
                .single();
    }
}

package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.flyway.autoconfigure.FlywayConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.testing.Owner;
import org.zhuxi.testing.ZhuxiTest;

/** Whoever slips SQL into a request changes rows at most: the role that answers it owns nothing. */
@ZhuxiTest
class ApplicationRoleTests {

    private final JdbcClient requests;
    private final TransactionOperations transactions;
    private final FlywayConnectionDetails ownersLogin;
    private final JdbcClient owner;

    ApplicationRoleTests(JdbcClient requests, TransactionOperations transactions, FlywayConnectionDetails ownersLogin) {
        this.requests = requests;
        this.transactions = transactions;
        this.ownersLogin = ownersLogin;
        this.owner = Owner.of(ownersLogin);
    }

    @Test
    void ownsNothingAndMayReadAndWriteEveryRow() {
        var modules = ModuleMigrations.modules().toArray(String[]::new);
        var tables =
                requests.sql("""
                        select c.oid::regclass::text
                        from pg_class c
                        where c.relnamespace in (select to_regnamespace(m) from unnest(:modules) m)
                            and c.relkind in ('r', 'p', 'v', 'm')
                        """).param("modules", modules).query(String.class).list();
        assertThat(tables).hasSizeGreaterThan(300);
        assertThat(requests.sql("""
                        select t
                        from unnest(:tables) t
                        where not (has_table_privilege(t, 'select') and has_table_privilege(t, 'insert')
                                and has_table_privilege(t, 'update') and has_table_privilege(t, 'delete'))
                            or has_table_privilege(t, 'truncate') or has_table_privilege(t, 'trigger')
                            or has_table_privilege(t, 'references')
                            or pg_has_role(current_user, (select relowner from pg_class where oid = t::regclass), 'member')
                        """)
                        .param("tables", tables.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .isEmpty();
        assertThat(requests.sql("""
                        select n.nspname
                        from pg_namespace n
                        where has_schema_privilege(n.oid, 'create') and n.nspname !~ '^pg_(toast_)?temp'
                        """).query(String.class).list()).isEmpty();
        assertThat(requests.sql("""
                        select bool_or(rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                        from pg_roles
                        where pg_has_role(current_user, oid, 'member')
                        """).query(Boolean.class).single()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create table points.gift_to_me (id integer)",
                "create schema mine",
                "create function public.mine() returns integer language sql as 'select 1'",
                "alter table points.posting drop column points",
                "alter table account.audit_entry disable trigger all",
                "drop trigger audit_is_append_only on account.audit_entry",
                "drop table account.audit_entry",
                "truncate account.audit_entry",
                "drop index place.division_by_path",
                "create or replace view place.v_community as select 1",
                "alter function place.put_indexes_back() owner to current_user",
                "set session_replication_role = replica",
                "update flyway_schema_history_points set success = false",
                "set role zhuxi_owner"
            })
    void changesNoTableNoRuleAndNoRight(String statement) {
        assertThatThrownBy(() -> requests.sql(statement).update())
                .hasRootCauseInstanceOf(java.sql.SQLException.class)
                .rootCause()
                .message()
                .containsAnyOf("permission denied", "must be owner");
    }

    @Test
    void whatTheOwnerMakesLaterIsThereForItToo() {
        owner.sql("create table platform.made_later (id integer generated always as identity, word text)")
                .update();
        try {
            requests.sql("insert into platform.made_later (word) values ('later')")
                    .update();
            assertThat(requests.sql("delete from platform.made_later").update()).isOne();
        } finally {
            owner.sql("drop table platform.made_later").update();
        }
    }

    @Test
    void aRightThatWasLostIsGivenBackAtTheNextStart() {
        var role = requests.sql("select current_user").query(String.class).single();
        owner.sql("revoke select on platform.job_run from " + role).update();
        assertThatThrownBy(() -> requests.sql("select count(*) from platform.job_run")
                        .query(Long.class)
                        .single())
                .rootCause()
                .hasMessageContaining("permission denied");

        new ApplicationRole(role).prepare(Owner.source(ownersLogin), ModuleMigrations.modules());

        assertThat(requests.sql("select count(*) from platform.job_run")
                        .query(Long.class)
                        .single())
                .isNotNegative();
    }

    @Test
    void putsNoIndexesBackThatItMadeUpItself() {
        transactions.executeWithoutResult(status -> {
            requests.sql("create temporary table indexes_aside (name text, definition text) on commit drop")
                    .update();
            assertThatThrownBy(() -> requests.sql("select place.put_indexes_back()")
                            .query()
                            .singleRow())
                    .rootCause()
                    .hasMessageContaining("no indexes were set aside");
            status.setRollbackOnly();
        });
    }
}

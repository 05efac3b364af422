package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedServerTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    @TempDir
    Path folder;

    @Test
    void writesToTheDiskBeforeItSaysSo() throws Exception {
        try (var server = EmbeddedServer.startOn(folder.resolve("postgres"))) {
            assertThat(ask(server, "show fsync")).isEqualTo("on");
            assertThat(ask(server, "show synchronous_commit")).isEqualTo("on");
            assertThat(ask(server, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void keepsItsDataFromOneStartToTheNext() throws Exception {
        var directory = folder.resolve("postgres");
        try (var first = EmbeddedServer.startOn(directory)) {
            run(first, "create table kept (word text)");
            run(first, "insert into kept values ('竹西')");
        }
        try (var second = EmbeddedServer.startOn(directory)) {
            assertThat(ask(second, "select word from kept")).isEqualTo("竹西");
        }
    }

    @Test
    void comesBackOnTheSamePortWhenItIsKilled() throws Exception {
        var directory = folder.resolve("postgres");
        try (var server = EmbeddedServer.startOn(directory)) {
            run(server, "create table kept (word text)");
            var password = server.password();
            var before = Orphan.serverOn(directory).orElseThrow();
            before.descendants().forEach(ProcessHandle::destroyForcibly);
            before.destroyForcibly();
            before.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

            assertThat(askPatiently(server, "select count(*) from kept")).isEqualTo("0");
            assertThat(server.password()).isEqualTo(password);
        }
    }

    @Test
    void refusesAFolderThatARunningProgramUsesButACommandMayJoin() throws Exception {
        var directory = folder.resolve("postgres");
        try (var server = EmbeddedServer.startOn(directory)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> EmbeddedServer.startOn(directory))
                    .withMessageContaining("Another running program");
            try (var joined = EmbeddedServer.joinOrStartOn(directory)) {
                assertThat(joined.url()).isEqualTo(server.url());
            }
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void letsNobodyInWithoutThePasswordThatLiesAmongItsData() throws Exception {
        var directory = folder.resolve("postgres");
        try (var server = EmbeddedServer.startOn(directory)) {
            assertThat(server.password()).hasSizeGreaterThan(40);
            assertThat(Files.getPosixFilePermissions(directory.resolve("zhuxi.password")))
                    .containsExactlyInAnyOrder(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
            for (var guess : List.of("", "postgres", server.password() + "x")) {
                assertThatExceptionOfType(SQLException.class)
                        .isThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", guess)
                                .close())
                        .withMessageContaining("password");
            }
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void hasAnotherPasswordAtEachStart() throws Exception {
        var directory = folder.resolve("postgres");
        String before;
        try (var first = EmbeddedServer.startOn(directory)) {
            before = first.password();
            try (var command = EmbeddedServer.joinOrStartOn(directory)) {
                assertThat(command.password()).isEqualTo(before);
            }
        }
        try (var second = EmbeddedServer.startOn(directory)) {
            assertThat(second.password()).isNotEqualTo(before);
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(second.url(), "postgres", before)
                            .close());
            assertThat(ask(second, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAlsoWhenItWasKilledWhileItChangedItsPassword() throws Exception {
        var directory = folder.resolve("postgres");
        try (var server = EmbeddedServer.startOn(directory)) {
            run(server, "create table kept (word text)");
            try (var own = asSuperuser(server)) {
                own.createStatement().execute("alter role postgres password 'the next one'");
                own.createStatement().execute("alter role zhuxi password 'the next one'");
            }
        }
        Files.writeString(directory.resolve("zhuxi.password.next"), "the next one");

        try (var server = EmbeddedServer.startOn(directory)) {
            assertThat(ask(server, "select count(*) from kept")).isEqualTo("0");
            assertThat(directory.resolve("zhuxi.password.next")).doesNotExist();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "the next one")
                            .close());
        }
    }

    @Test
    void givesAPasswordToAServerThatTrustedEverybody() throws Exception {
        var directory = folder.resolve("postgres");
        try (var server = EmbeddedServer.startOn(directory)) {
            run(server, "create table kept (word text)");
        }
        Files.delete(directory.resolve("zhuxi.password"));
        Files.writeString(
                directory.resolve("pg_hba.conf"), "host all all 127.0.0.1/32 trust\nhost all all ::1/128 trust\n");

        try (var server = EmbeddedServer.startOn(directory)) {
            assertThat(server.password()).isNotEmpty();
            assertThat(ask(server, "select count(*) from kept")).isEqualTo("0");
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> DriverManager.getConnection(server.url(), "postgres", "")
                            .close());
        }
    }

    @Test
    void makesANewPasswordWhenTheFileIsLost() throws Exception {
        var directory = folder.resolve("postgres");
        String before;
        try (var server = EmbeddedServer.startOn(directory)) {
            before = server.password();
        }
        Files.delete(directory.resolve("zhuxi.password"));

        try (var server = EmbeddedServer.startOn(directory)) {
            assertThat(server.password()).isNotEmpty().isNotEqualTo(before);
            assertThat(ask(server, "select 1")).isEqualTo("1");
        }
    }

    @Test
    void theProgramsRoleOwnsItsDatabaseAndNothingElse() throws Exception {
        try (var server = EmbeddedServer.startOn(folder.resolve("postgres"))) {
            run(server, "create schema place");
            run(server, "create table place.site (id integer)");
            assertThat(ask(server, "select current_user")).isEqualTo("zhuxi");
            assertThat(ask(server, """
                            select bool_or(rolsuper or rolcreatedb or rolcreaterole or rolreplication or rolbypassrls)
                            from pg_roles
                            where pg_has_role('zhuxi', oid, 'member')
                            """)).isEqualTo("f");
            for (var beyond : List.of(
                    "copy place.site from program 'echo 1'",
                    "copy place.site to '/tmp/site'",
                    "select pg_read_file('PG_VERSION')",
                    "select rolpassword from pg_authid",
                    "create role other",
                    "create database other",
                    "alter system set fsync = off")) {
                assertThatExceptionOfType(SQLException.class)
                        .as(beyond)
                        .isThrownBy(() -> run(server, beyond))
                        .withMessageContaining("permission denied");
            }
        }
    }

    @Test
    void whoAnswersRequestsOwnsNothing() throws Exception {
        try (var server = EmbeddedServer.startOn(folder.resolve("postgres"))) {
            run(server, "create schema place");
            run(server, "create table place.site (id integer)");
            var login = server.login(EmbeddedRoles.APPLICATION);
            try (var connection = DriverManager.getConnection(login.url(), login.user(), login.secret());
                    var statement = connection.createStatement()) {
                for (var beyond : List.of(
                        "select * from place.site",
                        "create table place.other (id integer)",
                        "create schema other",
                        "copy (select 1) to program 'cat'",
                        "select pg_read_file('PG_VERSION')",
                        "set role zhuxi",
                        "alter role zhuxi password ''")) {
                    assertThatExceptionOfType(SQLException.class)
                            .as(beyond)
                            .isThrownBy(() -> statement.execute(beyond))
                            .withMessageContaining("permission denied");
                }
            }
        }
    }

    @Test
    void whatAnEarlierVersionMadeAsSuperuserBecomesTheRolesOwn() throws Exception {
        var directory = folder.resolve("postgres");
        try (var server = EmbeddedServer.startOn(directory);
                var earlier = asSuperuser(server);
                var statement = earlier.createStatement()) {
            statement.execute("""
                    create schema waste;
                    create sequence waste.numbers;
                    create domain waste.mass as numeric check (value > 0);
                    create type waste.sort as enum ('food', 'other');
                    create table waste.drop (id bigint generated always as identity primary key, at date, n serial, sort waste.sort);
                    create table waste.month (at date not null) partition by range (at);
                    create table waste.month_1 partition of waste.month for values from ('2026-01-01') to ('2026-02-01');
                    create view waste.v_drop as select * from waste.drop;
                    create function waste.keep() returns trigger language plpgsql as 'begin return new; end';
                    create trigger keep before insert on waste.drop for each row execute function waste.keep();
                    create table public.flyway_schema_history_waste (rank integer);
                    insert into waste.drop (sort) values ('food');
                    alter database postgres owner to postgres;
                    reassign owned by zhuxi to postgres;
                    drop role zhuxi
                    """);
        }
        try (var server = EmbeddedServer.startOn(directory)) {
            assertThat(ask(server, "select count(*) from waste.v_drop")).isEqualTo("1");
            run(server, "alter table waste.drop add column note text");
            run(
                    server,
                    "create table waste.month_2 partition of waste.month for values from ('2026-02-01') to ('2026-03-01')");
            run(server, "drop view waste.v_drop");
            run(server, "drop function waste.keep cascade");
            run(server, "drop schema waste cascade");
            run(server, "drop table public.flyway_schema_history_waste");
        }
    }

    private static Connection asSuperuser(EmbeddedServer server) throws SQLException, IOException {
        return DriverManager.getConnection(server.url(), "postgres", server.password());
    }

    private static String askPatiently(EmbeddedServer server, String sql) throws InterruptedException, IOException {
        var deadline = System.nanoTime() + LIMIT.toNanos();
        while (true) {
            try {
                return ask(server, sql);
            } catch (SQLException e) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("The server did not come back", e);
                }
                TimeUnit.MILLISECONDS.sleep(100);
            }
        }
    }

    private static String ask(EmbeddedServer server, String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url(), "zhuxi", server.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url(), "zhuxi", server.password())) {
            connection.createStatement().execute(sql);
        }
    }
}

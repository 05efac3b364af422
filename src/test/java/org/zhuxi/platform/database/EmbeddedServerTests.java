package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
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
            var before = Orphan.serverOn(directory).orElseThrow();
            before.descendants().forEach(ProcessHandle::destroyForcibly);
            before.destroyForcibly();
            before.onExit().get(LIMIT.toSeconds(), TimeUnit.SECONDS);

            assertThat(askPatiently(server, "select count(*) from kept")).isEqualTo("0");
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
    void keepsItsPasswordFromOneStartToTheNext() throws Exception {
        var directory = folder.resolve("postgres");
        String before;
        try (var first = EmbeddedServer.startOn(directory)) {
            before = first.password();
        }
        try (var second = EmbeddedServer.startOn(directory)) {
            assertThat(second.password()).isEqualTo(before);
            assertThat(ask(second, "select 1")).isEqualTo("1");
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
        try (var connection = DriverManager.getConnection(server.url(), "postgres", server.password());
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url(), "postgres", server.password())) {
            connection.createStatement().execute(sql);
        }
    }
}

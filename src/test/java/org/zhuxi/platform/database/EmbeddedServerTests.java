package org.zhuxi.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
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

    private static String askPatiently(EmbeddedServer server, String sql) throws InterruptedException {
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

    private static String ask(EmbeddedServer server, String sql) throws SQLException {
        try (var connection = DriverManager.getConnection(server.url(), "postgres", "");
                var rows = connection.createStatement().executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void run(EmbeddedServer server, String sql) throws SQLException, IOException {
        try (var connection = DriverManager.getConnection(server.url(), "postgres", "")) {
            connection.createStatement().execute(sql);
        }
    }
}

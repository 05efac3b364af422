package org.zhuxi.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** One real server for the whole test run; a fresh database and data folder for every application context, and the mail server. */
public final class TestPostgres implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    /** Owns the databases; no superuser, as the program asks for it. */
    private static final String OWNER = "zhuxi_owner";

    /** Answers requests in them. */
    private static final String APPLICATION = "zhuxi_requests";

    private static final AtomicInteger COUNTER = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        try {
            TestPropertyValues.of(
                            "zhuxi.db.url=" + freshDatabase().replaceFirst("[?].*", ""),
                            "zhuxi.db.user=" + APPLICATION,
                            "zhuxi.db.owner.user=" + OWNER,
                            "zhuxi.data=" + Files.createTempDirectory("zhuxi-test"),
                            "spring.mail.host=127.0.0.1",
                            "spring.mail.port=" + MailServer.port(),
                            "zhuxi.mqtt.port=0",
                            "zhuxi.notice.mail-from=notice@zhuxi.example",
                            "zhuxi.notice.public-address=https://zhuxi.example")
                    .applyTo(context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The JDBC address of a new, empty database. */
    public static String freshDatabase() {
        var name = "test_" + COUNTER.incrementAndGet();
        try (var connection = Server.POSTGRES.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create database %s owner %s".formatted(name, OWNER));
            statement.execute("revoke all on database %s from public".formatted(name));
        } catch (SQLException e) {
            throw new IllegalStateException("No database for the tests", e);
        }
        return Server.POSTGRES.getJdbcUrl("postgres", name);
    }

    private static final class Server {

        private static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            try {
                var postgres = EmbeddedPostgres.builder()
                        .setOverrideWorkingDirectory(new File("target/postgres-server"))
                        .setRegisterShutdownHook(false)
                        .setLocaleConfig("locale-provider", "builtin")
                        .setLocaleConfig("builtin-locale", "C.UTF-8")
                        .setLocaleConfig("locale", "C")
                        .setServerConfig("jit", "off")
                        .start();
                try (var connection = postgres.getPostgresDatabase().getConnection();
                        var statement = connection.createStatement()) {
                    statement.execute("create role %s login; create role %s login".formatted(OWNER, APPLICATION));
                }
                // after every context has closed, for the contexts still ask the database while they close
                SpringApplication.getShutdownHandlers().add(() -> stop(postgres));
                return postgres;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new IllegalStateException("No roles for the tests", e);
            }
        }

        private static void stop(EmbeddedPostgres postgres) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}

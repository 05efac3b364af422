package org.zhuxi.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A private PostgreSQL beside the program. It is durable, takes over from an orphan of a killed program, and starts again
 * on the same port when the server process dies under it.
 */
final class EmbeddedServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final Duration STARTUP_WAIT = Duration.ofSeconds(90);
    private static final long WATCH_MILLIS = 500;

    private final Path directory;
    private final int port;
    private final @Nullable Thread watch;
    private @Nullable EmbeddedPostgres postgres;
    private volatile boolean closing;

    private EmbeddedServer(Path directory) throws IOException {
        this.directory = directory;
        Orphan.stopOn(directory);
        this.port = freePort();
        this.postgres = startWithAnotherPassword();
        this.watch = Thread.ofPlatform().name("postgres-watch").daemon().start(this::watch);
    }

    private EmbeddedServer(Path directory, int port) {
        this.directory = directory;
        this.port = port;
        this.postgres = null;
        this.watch = null;
    }

    /** Starts a server on the folder; there is only one at a time. */
    static EmbeddedServer startOn(Path directory) throws IOException {
        Files.createDirectories(directory.toAbsolutePath().getParent());
        return new EmbeddedServer(directory.toAbsolutePath());
    }

    /** Uses the server that another running program has on the folder, or starts one when none is there. */
    static EmbeddedServer joinOrStartOn(Path directory) throws IOException {
        var port = Orphan.portOfLivingProgram(directory.toAbsolutePath());
        return port.isPresent() ? new EmbeddedServer(directory.toAbsolutePath(), port.getAsInt()) : startOn(directory);
    }

    String url() {
        return "jdbc:postgresql://localhost:%d/postgres".formatted(port);
    }

    /** As one of the roles it has for the program. @throws IOException when its password cannot be read */
    Login login(String role) throws IOException {
        return new Login(url(), role, password());
    }

    /** @throws IOException when the server has a password that cannot be read */
    String password() throws IOException {
        return EmbeddedPassword.in(directory).orElse("");
    }

    private EmbeddedPostgres startWithAnotherPassword() throws IOException {
        var server = start();
        try {
            EmbeddedRoles.prepare(server.getPostgresDatabase());
            EmbeddedPassword.renew(directory, server.getPostgresDatabase());
            return server;
        } catch (IOException e) {
            server.close();
            throw e;
        }
    }

    private EmbeddedPostgres start() throws IOException {
        EmbeddedPassword.forgive(directory);
        var builder = EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                // unpacked beside the data: a shared folder such as /tmp may belong to somebody else
                .setOverrideWorkingDirectory(directory.resolveSibling("server").toFile())
                .setCleanDataDirectory(false)
                .setPort(port)
                .setPGStartupWait(STARTUP_WAIT)
                .setRegisterShutdownHook(false)
                // text in the order of its code points on every machine, whatever language its user speaks
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C")
                // the library starts a test server, without fsync; what people rely on must reach the disk
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "60")
                .setServerConfig("shared_buffers", "256MB")
                .setServerConfig("max_wal_size", "2GB")
                // a new file of the write-ahead log, filled with zeros, holds every commit up; see docs/adr/0107
                .setServerConfig("wal_init_zero", "off")
                .setServerConfig("min_wal_size", "1GB")
                .setServerConfig("jit", "off")
                .setServerConfig("unix_socket_directories", "''");
        EmbeddedPassword.in(directory).ifPresent(password -> builder.setConnectConfig("password", password));
        return builder.start();
    }

    private void watch() {
        while (!closing) {
            try {
                TimeUnit.MILLISECONDS.sleep(WATCH_MILLIS);
                if (!closing && Orphan.serverOn(directory).isEmpty()) {
                    restart();
                }
            } catch (InterruptedException e) {
                return;
            } catch (IOException | RuntimeException e) {
                LOG.warn("The embedded PostgreSQL could not be started again, trying once more", e);
            }
        }
    }

    private synchronized void restart() throws IOException {
        if (closing) {
            return;
        }
        LOG.warn("The embedded PostgreSQL has died; starting it again on port {}", port);
        releaseDead();
        postgres = start();
        LOG.info("The embedded PostgreSQL is back");
    }

    private void releaseDead() {
        try {
            if (postgres != null) {
                postgres.close();
            }
        } catch (IOException | RuntimeException e) {
            LOG.debug("The dead server could not be closed in order", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        closing = true;
        if (watch != null) {
            watch.interrupt();
        }
        if (postgres != null) {
            postgres.close();
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

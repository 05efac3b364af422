package org.zhuxi.crash;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** The program in a process of its own, with its embedded database; both can be killed with SIGKILL. */
final class ProgramUnderFire implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private static final AtomicInteger RUNS = new AtomicInteger();

    private final Path data;
    private final Path log;
    private final List<String> options;
    private final int port;
    private final @Nullable String ownDatabase;
    private Process process;

    ProgramUnderFire(Path data, String... options) {
        this(data, null, options);
    }

    /** A program on a server of one's own; several may share it, and the data folder. */
    static ProgramUnderFire onServer(String url, Path data, String... options) {
        return new ProgramUnderFire(data, url, options);
    }

    private ProgramUnderFire(Path data, @Nullable String ownDatabase, String... options) {
        this.data = data;
        this.ownDatabase = ownDatabase;
        this.log = Path.of("target", "under-fire-" + RUNS.incrementAndGet() + ".log");
        this.options = List.of(options);
        this.port = freePort();
        this.process = start();
        awaitAnswer();
        await(() -> Files.exists(data.resolve("world.txt")), "the world");
    }

    URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    List<String> world() throws IOException {
        return Files.readAllLines(data.resolve("world.txt"));
    }

    String jdbcUrl() throws IOException {
        if (ownDatabase != null) {
            return ownDatabase;
        }
        var lines = Files.readAllLines(data.resolve("postgres/postmaster.pid"));
        var password = Files.readString(data.resolve("postgres/zhuxi.password"));
        return "jdbc:postgresql://localhost:%s/postgres?user=postgres&password=%s"
                .formatted(lines.get(3).strip(), password);
    }

    /** Kills the postmaster and all its backends at once; the program lives on. */
    void killDatabase() {
        databaseProcesses().forEach(ProcessHandle::destroyForcibly);
    }

    /** Stops every process of the database where it stands, until it is thawed. */
    void freezeDatabase() {
        signal("-STOP");
    }

    void thawDatabase() {
        signal("-CONT");
    }

    private void signal(String signal) {
        databaseProcesses().forEach(one -> {
            try {
                new ProcessBuilder("kill", signal, Long.toString(one.pid()))
                        .start()
                        .waitFor();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
    }

    /** Kills program and database at once and starts them again on the same data. */
    void killBothAndStartAgain() {
        var database = databaseProcesses();
        process.destroyForcibly();
        database.forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        startAgain();
    }

    /** Kills the program alone. */
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /** Asks the program to end, as a service manager does, and answers its exit code. */
    int terminate() {
        process.destroy();
        return process.onExit().orTimeout(60, TimeUnit.SECONDS).join().exitValue();
    }

    /** Ends the program in order, with its database. */
    void stop() {
        process.destroy();
        process.onExit().orTimeout(60, TimeUnit.SECONDS).join();
    }

    void startAgain() {
        process = start();
        awaitAnswer();
    }

    Path data() {
        return data;
    }

    void awaitAnswer() {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(uri("/actuator/health"))
                    .timeout(Duration.ofSeconds(20))
                    .build();
            await(() -> answers(client, request), "an answer");
        }
    }

    private static boolean answers(HttpClient client, HttpRequest request) {
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void await(java.util.function.BooleanSupplier condition, String what) {
        var deadline = System.nanoTime() + START_LIMIT.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline || !process.isAlive()) {
                throw new IllegalStateException("Waited in vain for " + what + "; see " + log);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(100);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private Process start() {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                Objects.requireNonNull(
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))),
                CrashApplication.class.getName(),
                "--server.port=" + port,
                "--zhuxi.data=" + data,
                "--zhuxi.demo=false",
                "--spring.config.location=classpath:/application.yaml"));
        if (ownDatabase != null) {
            command.add("--zhuxi.db.url=" + ownDatabase);
            command.add("--zhuxi.db.user=postgres");
        }
        command.addAll(options);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<ProcessHandle> databaseProcesses() {
        try {
            var pid = Long.parseLong(Files.readAllLines(data.resolve("postgres/postmaster.pid"))
                    .getFirst()
                    .strip());
            var all = new ArrayList<ProcessHandle>();
            ProcessHandle.of(pid).ifPresent(postmaster -> {
                all.add(postmaster);
                postmaster.descendants().forEach(all::add);
            });
            return all;
        } catch (IOException e) {
            return List.of(); // just being started again: nothing to kill
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        stop();
    }
}

package org.zhuxi.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The packaged program started twice by the launcher, from the components that its build found: the first start trains the JVM's
 * cache, the second one uses it and is worked with from the command line. A cache that does not fit is passed over without a word.
 */
class TrainedStartTests {

    private static final String MISSING = "there is no file";

    @TempDir
    Path folder;

    @Test
    void aTrainedBuildStartsAnswersAndIsBackedUpAndAStaleCacheIsPassedOver() throws Exception {
        var installation = new Installation(folder, true);
        installation.findComponents();
        var training = installation.run("train");
        assertThat(training.output()).contains("later starts of this build are faster");
        assertThat(training.exit()).isZero();
        var cache = caches(installation.app()).getFirst();
        var data = folder.resolve("data").toString();
        var port = Installation.freePort();

        // -XX:AOTMode=on ends the JVM when the cache does not fit this jar, its libraries, this JDK and the launcher's
        // options
        var program = installation.start(
                Map.of("JDK_JAVA_OPTIONS", "-XX:AOTMode=on"), "run", "--empty", "--port=" + port, "--data=" + data);
        try {
            awaitReady(program, port);
            assertThat(saidBy(program)).contains("Starting AOT-processed ZhuxiApplication");
            var file = folder.resolve("safe.zip").toString();
            var backup = installation.run("backup", "--to", "safe.zip", "--data", "data");
            assertThat(backup.output()).contains("Backed up to " + file);
            assertThat(installation.run("backup", "--verify", "safe.zip").exit())
                    .isZero();
            var refused = installation.run("restore", "safe.zip", "--data", "data");
            assertThat(refused.exit()).as(refused.output()).isEqualTo(2);
        } finally {
            program.destroy();
            program.waitFor(60, TimeUnit.SECONDS);
        }
        stale(installation, cache);
    }

    private static void stale(Installation installation, Path cache) throws Exception {
        var damaged = installation.app().resolve("damaged.zip");
        Files.writeString(damaged, "no back-up");
        var fresh = installation.run("backup", "--verify", damaged.toString());
        assertThat(fresh.exit()).isEqualTo(2);
        assertThat(installation.run(
                        Map.of("JDK_JAVA_OPTIONS", "-XX:-UseCompressedOops"), "backup", "--verify", damaged.toString()))
                .as("other flags")
                .extracting(Installation.Run::exit)
                .isEqualTo(2);

        Files.write(cache, new byte[1_000]);
        assertThat(installation.run("backup", "--verify", damaged.toString()))
                .as("a cache that is damaged")
                .isEqualTo(fresh);
        try (var jar = FileSystems.newFileSystem(installation.app().resolve("zhuxi.jar"))) {
            Files.writeString(jar.getPath("another-build"), "another");
        }
        assertThat(installation.run("backup", "--verify", damaged.toString()))
                .as("a cache of another build")
                .isEqualTo(fresh);
        assertThat(fresh.output()).doesNotContain("AOT", "[warning]", MISSING);
    }

    /** What a program has said until now; it may go on. */
    private static String saidBy(Process program) throws IOException {
        var said = new StringBuilder();
        var reader = program.inputReader();
        while (reader.ready()) {
            said.append(reader.readLine()).append('\n');
        }
        return said.toString();
    }

    private static List<Path> caches(Path app) throws IOException {
        try (var files = Files.list(app)) {
            return files.filter(file -> file.toString().endsWith(".aot")).toList();
        }
    }

    private static void awaitReady(Process program, int port) throws Exception {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/actuator/health/readiness"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (var http = HttpClient.newHttpClient()) {
            var until = System.nanoTime() + Duration.ofMinutes(2).toNanos();
            while (System.nanoTime() < until) {
                assertThat(program.isAlive())
                        .as("the program started on its cache")
                        .isTrue();
                try {
                    if (http.send(request, HttpResponse.BodyHandlers.discarding())
                                    .statusCode()
                            == 200) {
                        return;
                    }
                } catch (IOException e) {
                    TimeUnit.MILLISECONDS.sleep(100); // nothing listens yet
                }
            }
        }
        throw new IllegalStateException("It does not become ready");
    }
}

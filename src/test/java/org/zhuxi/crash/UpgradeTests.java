package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.backup.BackupCommand;
import org.zhuxi.testing.TestPostgres;
import org.zhuxi.testing.World;

/**
 * What a release left behind is never forgotten: its migrations stay as they are, and its data come along. Each release adds
 * its checksums and a small back-up to {@code released}; docs/operations.md tells how.
 */
class UpgradeTests {

    private static final Path MIGRATIONS = Path.of("src/main/resources/db/migration");
    private static final Path RELEASED = Path.of("src/test/resources/released");
    private static final long RECORDS_OF_0_1 = 300;

    @TempDir
    Path data;

    static Stream<String> releases() throws IOException {
        try (var files = Files.list(RELEASED)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".sha256"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("releases")
    void migrationsThatWereReleasedNeverChange(String release) throws Exception {
        for (var line : Files.readAllLines(RELEASED.resolve(release))) {
            var sumAndName = line.split("  ", 2);
            var content = Files.readAllBytes(MIGRATIONS.resolve(sumAndName[1]));
            assertThat(HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(content)))
                    .as("%s was released in %s; add a migration instead", sumAndName[1], release)
                    .isEqualTo(sumAndName[0]);
        }
    }

    @Test
    void dataOfTheFirstReleaseAreMigratedAndTheProgramWorksOnThem() throws Exception {
        var server = TestPostgres.freshDatabase();
        assertThat(BackupCommand.main(new String[] {
                    "--zhuxi.command=restore",
                    "--file=" + fixture("0.1.zip"),
                    "--zhuxi.data=" + data,
                    "--zhuxi.db.url=" + server,
                    "--zhuxi.db.user=postgres"
                }))
                .isZero();
        assertThat(count(server)).isEqualTo(RECORDS_OF_0_1);
        var world = Files.readAllLines(data.resolve("world.txt"));
        try (var program = start(server)) {
            var token = program.getBean(Accounts.class)
                    .issueToken(
                            World.founder(),
                            "steward-" + world.getFirst(),
                            "upgrade",
                            Set.of("activities:write", "activities:read", "points:read"),
                            Duration.ofDays(1));

            assertThat(ask(program, token, "/api/v1/points/trial-balance", null))
                    .contains("\"sum\":0");
            assertThat(ask(program, token, "/api/v1/activities", drop(world))).contains("\"created\"");
            assertThat(ask(program, token, "/api/v1/points/trial-balance", null))
                    .contains("\"sum\":0");
            assertThat(ask(program, token, "/api/v1/figures", null)).contains("waste.kitchen.mass");
            assertThat(count(server)).isEqualTo(RECORDS_OF_0_1 + 1);
        }
    }

    private static String drop(List<String> world) {
        return """
                {"activities":[{"id":"%s","kind":"waste.drop.kitchen","place":"%s","household":"%s","occurredAt":"%s",\
                "quantities":{"mass":{"value":1.5,"unit":"kg"}},"grade":"A"}]}""".formatted(
                Ids.next(), world.get(0), world.get(2), java.time.Instant.now().minusSeconds(60));
    }

    private ConfigurableApplicationContext start(String server) {
        return new SpringApplicationBuilder(ZhuxiApplication.class)
                .run(
                        "--server.port=0",
                        "--zhuxi.demo=false",
                        "--zhuxi.jobs.enabled=false",
                        "--zhuxi.data=" + data,
                        "--zhuxi.db.url=" + server,
                        "--zhuxi.db.user=postgres");
    }

    private static String ask(
            ConfigurableApplicationContext program,
            String token,
            String path,
            @org.jspecify.annotations.Nullable String body)
            throws IOException, InterruptedException {
        var port = program.getEnvironment().getRequiredProperty("local.server.port");
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json");
        try (var http = HttpClient.newHttpClient()) {
            var answer = http.send(
                    (body == null ? request.GET() : request.POST(HttpRequest.BodyPublishers.ofString(body))).build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return answer.body();
        }
    }

    private static long count(String server) throws Exception {
        try (var connection = DriverManager.getConnection(server);
                var row = connection.createStatement().executeQuery("select count(*) from activity.activity")) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Path fixture(String name) throws URISyntaxException {
        return Path.of(Objects.requireNonNull(UpgradeTests.class.getResource("/released/" + name))
                .toURI());
    }
}

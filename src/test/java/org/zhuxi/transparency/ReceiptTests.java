package org.zhuxi.transparency;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.internal.UnsampledIds;
import org.zhuxi.points.Points;
import org.zhuxi.points.StatementFilter;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.transparency.internal.Sequencer;

/** From a drop to receipts of the record, of what was decided and of its points, over the same ways people use. */
@ZhuxiTest
@Import(World.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReceiptTests {

    private final World worlds;
    private final Accounts accounts;
    private final Activities activities;
    private final Points points;
    private final TransparencyLog log;
    private final Sequencer sequencer;
    private final JdbcClient jdbc;
    private final HttpClient http = HttpClient.newHttpClient();
    private World.Made world;

    @LocalServerPort
    int port;

    ReceiptTests(
            World worlds,
            Accounts accounts,
            Activities activities,
            Points points,
            TransparencyLog log,
            Sequencer sequencer,
            JdbcClient jdbc) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.activities = activities;
        this.points = points;
        this.log = log;
        this.sequencer = sequencer;
        this.jdbc = jdbc;
    }

    @BeforeAll
    void settle() {
        world = worlds.make(2);
    }

    @Test
    void theHouseholdGetsAReceiptOfItsDropAndOfItsPointsThatShowsEveryColumn() throws Exception {
        var id = drop("1.20");
        var resident = accounts.actorOf(world.username("resident"));
        var finding = check(() -> activities.receipt(resident, id));
        assertThat(fact(finding, "id")).isEqualTo(id.toString());
        assertThat(fact(finding, "household"))
                .isEqualTo(world.households().getFirst().id().toString());
        assertThat(fact(finding, "quantities")).isEqualTo("mass 1.2");
        assertThat(fact(finding, "kind")).isEqualTo("waste.drop.kitchen");

        var household = world.households().getFirst().id();
        var line = points.statement(resident, household, new StatementFilter(null, null, null), 1, null)
                .items()
                .getFirst();
        var posting = check(() -> points.receipt(resident, household, line.id()));
        assertThat(fact(posting, "points")).isEqualTo(String.valueOf(line.points()));
        assertThat(fact(posting, "credit")).isEqualTo(household.toString());
        assertThat(fact(posting, "cause")).isEqualTo(id.toString());
    }

    @Test
    void aReceiptStillHoldsAfterTheRecordWasTakenBack() throws Exception {
        var id = drop("1.3");
        activities.reverse(accounts.actorOf(world.username("verifier")), id, "称重有误");
        var finding = check(() -> activities.receipt(accounts.actorOf(world.username("resident")), id));
        assertThat(finding.isSound()).isTrue();
        assertThat(jdbc.sql(
                                "select count(*) from activity.verification where activity_id = ? and log_batch is not null")
                        .param(id)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void nobodyElseGetsTheReceipt() throws Exception {
        var id = drop("0.8");
        assertThat(get("/api/v1/activities/" + id + "/receipt", null).statusCode())
                .isEqualTo(401);
        var other = worlds.make(1);
        assertThat(get("/api/v1/activities/" + id + "/receipt", other.stewardToken())
                        .statusCode())
                .isEqualTo(404);
        var own = get("/api/v1/activities/" + id + "/receipt", world.stewardToken());
        assertThat(own.statusCode()).isIn(200, 202);
    }

    @Test
    void aRecordThatWasChangedInTheDatabaseGetsNoReceipt() throws Exception {
        var id = drop("1.1");
        jdbc.sql("update activity.activity set note = 'forged' where id = ?")
                .param(id)
                .update();
        var answer = get("/api/v1/activities/" + id + "/receipt", world.stewardToken());
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("receipt-altered");
        jdbc.sql("update activity.activity set note = null where id = ?")
                .param(id)
                .update();
    }

    @Test
    void theApiPromisesFirstAndProvesThen() throws Exception {
        var id = drop("0.9");
        var path = "/api/v1/activities/" + id + "/receipt";
        var answer = get(path, world.stewardToken());
        for (var attempt = 0; answer.statusCode() == 202 && attempt < 100; attempt++) {
            assertThat(answer.body()).contains("\"accepted\"");
            sequencer.round();
            TimeUnit.MILLISECONDS.sleep(50);
            answer = get(path, world.stewardToken());
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(log.verify(answer.body()).isSound()).isTrue();
    }

    @Test
    void theLogIsServedForMachinesWithoutSessionsAndCanBeKeptByAnyCache() throws Exception {
        var resident = accounts.actorOf(world.username("resident"));
        var id = drop("0.7");
        check(() -> activities.receipt(resident, id));
        var checkpoint = get("/log/checkpoint", null);
        assertThat(checkpoint.statusCode()).isEqualTo(200);
        assertThat(checkpoint.headers().firstValue("content-type").orElse("")).startsWith("text/plain");
        assertThat(checkpoint.headers().firstValue("set-cookie")).isEmpty();
        var size = Long.parseLong(checkpoint.body().lines().skip(1).findFirst().orElseThrow());
        var tile = size >= 256 ? "/log/tile/0/000" : "/log/tile/0/000.p/" + size;
        var hashes = get(tile, null);
        assertThat(hashes.statusCode()).isEqualTo(200);
        assertThat(hashes.headers().firstValue("cache-control").orElse("")).contains("immutable");
        assertThat(hashes.headers().firstValue("set-cookie")).isEmpty();
        for (var bad : List.of(
                "0/x",
                "0/00",
                "64/000",
                "0/001.p/256",
                "0/000.p/256",
                "0/000.p/999",
                "0/000.p/0",
                "-1/000",
                "0/x999/x999/999",
                "entries/000")) {
            assertThat(get("/log/tile/" + bad, null).statusCode()).as(bad).isEqualTo(404);
        }
    }

    /** A drop that is verified at once; one in twenty is a sample that waits for a reviewer, and another is made. */
    private UUID drop(String kg) {
        var id = UnsampledIds.next();
        var body = """
                {"activities":[{"id":"%s","kind":"waste.drop.kitchen","place":"%s","household":"%s","occurredAt":"%s","quantities":{"mass":{"value":%s,"unit":"kg"}},"grade":"A"}]}""".formatted(
                id, world.communityCode(), world.households().getFirst().id(), Instant.now(), new BigDecimal(kg));
        var request = request("/api/v1/activities", world.stewardToken())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try {
            var answer = http.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("created");
            return id;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private VerifyReceipt.Finding check(java.util.function.Supplier<Receipt> asked) throws InterruptedException {
        var receipt = asked.get();
        for (var attempt = 0; !receipt.isProven() && attempt < 100; attempt++) {
            sequencer.round();
            TimeUnit.MILLISECONDS.sleep(50);
            receipt = asked.get();
        }
        var finding = log.verify(java.util.Objects.requireNonNull(receipt.proof()));
        assertThat(finding.reason()).isEqualTo(VerifyReceipt.Reason.SOUND);
        return finding;
    }

    private static String fact(VerifyReceipt.Finding finding, String name) {
        return finding.facts().stream()
                .filter(fact -> fact.name().equals(name))
                .findFirst()
                .orElseThrow()
                .value();
    }

    private HttpResponse<String> get(String path, @org.jspecify.annotations.Nullable String token) throws Exception {
        return http.send(request(path, token).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path, @org.jspecify.annotations.Nullable String token) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }
}

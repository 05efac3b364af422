package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.zhuxi.ZhuxiApplication;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Role;
import org.zhuxi.points.NewRuleVersion;
import org.zhuxi.points.Rewards;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;
import org.zhuxi.waste.Closure;
import org.zhuxi.waste.StationRef;
import org.zhuxi.waste.Stations;

/** What is changed in one program is known to another on the same database within ten seconds, as operations.md says. */
@ZhuxiTest
@Import(World.class)
class CachesAgreeTests {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final Duration PROMISED = Duration.ofSeconds(10);
    private static final Duration SLACK = Duration.ofSeconds(10); // for a busy machine, not for the caches

    private final World worlds;
    private final Accounts accounts;
    private final Stations stations;
    private final Rewards rewards;
    private final Environment here;

    CachesAgreeTests(World worlds, Accounts accounts, Stations stations, Rewards rewards, Environment here) {
        this.worlds = worlds;
        this.accounts = accounts;
        this.stations = stations;
        this.rewards = rewards;
        this.here = here;
    }

    @Test
    void aRoleAStationAndARuleChangedInOneProgramAreKnownToTheOther() throws Exception {
        var founder = World.founder();
        var world = worlds.make(1);
        var station = worlds.station(world, stations);
        var token = accounts.issueToken(
                founder, world.username("operator"), "test", Set.of("operations:read"), Duration.ofDays(1));
        try (var other = anotherProgram()) {
            var theirs = new Eyes(other, token);
            assertThat(theirs.seeOperations()).isEqualTo(200);
            var versions = theirs.versionsOf("waste.hazardous");
            assertThat(theirs.isOpen(station)).isTrue();

            accounts.revoke(founder, world.username("operator"), new Grant(Role.OPERATOR, PlacePath.NATION));
            rewards.add(
                    founder,
                    new NewRuleVersion(
                            "waste.hazardous",
                            BigDecimal.ONE,
                            1,
                            1,
                            10L,
                            rewards.earliestStart().plusDays(400)));
            stations.close(accounts.actorOf(world.username("head")), station, new Closure(LocalDate.now(CHINA), "清洗"));

            within(PROMISED.plus(SLACK), () -> theirs.seeOperations() == 403);
            within(SLACK, () -> theirs.versionsOf("waste.hazardous") == versions + 1);
            within(SLACK, () -> !theirs.isOpen(station));
        }
    }

    /** The same database, seen from the other program. */
    private record Eyes(ConfigurableApplicationContext program, String token) {

        int seeOperations() {
            var port = program.getEnvironment().getRequiredProperty("local.server.port");
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/operations"))
                    .header("Authorization", "Bearer " + token)
                    .build();
            try (var http = HttpClient.newHttpClient()) {
                return http.send(request, HttpResponse.BodyHandlers.discarding())
                        .statusCode();
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        long versionsOf(String rule) {
            return program.getBean(Rewards.class).list().stream()
                    .filter(one -> one.code().equals(rule))
                    .count();
        }

        boolean isOpen(StationRef station) {
            return program.getBean(Stations.class).isOpenAt(station, Instant.now());
        }
    }

    private ConfigurableApplicationContext anotherProgram() {
        return new SpringApplicationBuilder(ZhuxiApplication.class)
                .run(
                        "--server.port=0",
                        "--zhuxi.jobs.enabled=false",
                        "--zhuxi.demo=false",
                        "--zhuxi.data=" + here.getRequiredProperty("zhuxi.data"),
                        "--zhuxi.db.url=" + here.getRequiredProperty("zhuxi.db.url"),
                        "--zhuxi.db.user=postgres");
    }

    private static void within(Duration limit, BooleanSupplier condition) throws InterruptedException {
        var deadline = System.nanoTime() + limit.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("not known after " + limit).isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(200);
        }
    }
}

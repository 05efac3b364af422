package org.zhuxi.platform.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;
import static org.zhuxi.testing.FormToken.csrf;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.util.unit.DataSize;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.platform.database.DatabaseSettings;
import org.zhuxi.platform.job.JobRefused;
import org.zhuxi.platform.job.JobState;
import org.zhuxi.platform.security.SignedIn;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

@ZhuxiTest
@Import(World.class)
class OperationsTests {

    private final Operations operations;
    private final Accounts accounts;
    private final World worlds;
    private final MockMvc web;
    private final JdbcClient sql;
    private World.Made world;
    private Actor operator;

    OperationsTests(Operations operations, Accounts accounts, World worlds, MockMvc web, JdbcClient sql) {
        this.operations = operations;
        this.accounts = accounts;
        this.worlds = worlds;
        this.web = web;
        this.sql = sql;
    }

    @BeforeEach
    void settle() {
        world = worlds.make(1);
        operator = accounts.actorOf(world.username("operator"));
    }

    @Test
    void showsAnOperatorHowTheProgramFares() {
        var condition = operations.condition(operator);

        assertThat(condition.health()).hasSize(3).allMatch(Condition.Part::well);
        assertThat(condition.queues()).extracting(Condition.Queue::name).contains("recording", "points");
        assertThat(condition.jobs()).extracting(JobState::name).contains("platform.backup", "points.expiry");
        assertThat(condition.database().bytes()).isPositive();
    }

    @Test
    void refusesEverybodyElse() {
        var head = accounts.actorOf(world.username("head"));

        assertThatExceptionOfType(Refused.Forbidden.class).isThrownBy(() -> operations.condition(head));
        assertThatExceptionOfType(Refused.Forbidden.class).isThrownBy(() -> operations.runs(head, "points.expiry"));
        assertThatExceptionOfType(Refused.Forbidden.class).isThrownBy(() -> operations.run(head, "points.expiry"));
    }

    @Test
    void refusesToStartWhatIsNotThereOrCannotRunHere() {
        assertThatExceptionOfType(Refused.NotFound.class).isThrownBy(() -> operations.run(operator, "no.job"));
        assertThatExceptionOfType(JobRefused.Off.class).isThrownBy(() -> operations.run(operator, "points.expiry"));
    }

    @Test
    void hasAPageAndAnApi() throws Exception {
        var signedIn = user(new SignedIn("operator", "", true, operator));

        web.perform(get("/work/operations").with(signedIn))
                .andExpect(status().isOk())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("让过期的积分失效")));
        web.perform(get("/work/operations/jobs/points.expiry").with(signedIn)).andExpect(status().isOk());
        web.perform(get("/work/operations/jobs/no.job").with(signedIn)).andExpect(status().isNotFound());
        web.perform(post("/work/operations/jobs/points.expiry/runs")
                        .with(signedIn)
                        .with(csrf()))
                .andExpect(status().isConflict())
                .andExpect(content().string(org.hamcrest.Matchers.containsString("zhuxi.jobs.enabled")));
        var token = token("operator", Set.of("operations:read", "operations:write"));
        web.perform(get("/api/v1/operations").header("Authorization", token))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.jobs[0].name").exists());
        web.perform(post("/api/v1/operations/jobs/points.expiry/runs").header("Authorization", token))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("/problems/jobs-off"));
    }

    @Test
    void saysInTheReadersLanguageWhatJobsDid() throws Exception {
        note("sensing.hours", true, "2 streams, 1 readings dropped"); // as earlier versions kept it
        note("sensing.hours", true, "streams-rolled-up=12345 readings-dropped=0");
        note("points.statement", false, "IOException");

        for (var page : List.of("/work/operations", "/work/operations/jobs/sensing.hours")) {
            assertThat(words(page, "zh")).contains("汇总数据流 12,345 条 · 删去读数 0 条");
            assertThat(words(page, "en")).contains("Datastreams rolled up: 12,345 · Readings dropped: 0");
        }
        assertThat(words("/work/operations/jobs/sensing.hours", "zh")).contains("2 streams, 1 readings dropped");
        for (var page : List.of("/work/operations", "/work/operations/jobs/points.statement")) {
            assertThat(words(page, "zh")).contains("出错：IOException");
            assertThat(words(page, "en")).contains("Failed with IOException");
        }
        web.perform(get("/api/v1/operations/jobs/sensing.hours/runs")
                        .header("Authorization", token("operator", Set.of("operations:read"))))
                .andExpect(jsonPath("$[0].detail").value("streams-rolled-up=12345 readings-dropped=0"))
                .andExpect(jsonPath("$[0].outcome").doesNotExist());
    }

    /** A run that ended in this moment. */
    private void note(String job, boolean succeeded, String detail) {
        sql.sql("""
                        insert into platform.job_run (job, started_at, instance, finished_at, succeeded, detail)
                        values (:job, clock_timestamp(), 'here#1', clock_timestamp(), :succeeded, :detail)
                        """)
                .param("job", job)
                .param("succeeded", succeeded)
                .param("detail", detail)
                .update();
    }

    private String words(String page, String language) throws Exception {
        return web.perform(get(page).param("lang", language).with(user(new SignedIn("operator", "", true, operator))))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void givesMeasurementsToAnOperatorsTokenOnly() throws Exception {
        var token = token("operator", Set.of("operations:read"));

        web.perform(get("/actuator/prometheus").header("Authorization", token))
                .andExpect(status().isOk())
                .andExpect(content()
                        .string(org.hamcrest.Matchers.allOf(
                                org.hamcrest.Matchers.containsString("zhuxi_commit_waiting{queue=\"recording\"}"),
                                org.hamcrest.Matchers.containsString("zhuxi_commit_capacity{queue=\"points\"}"),
                                org.hamcrest.Matchers.containsString("hikaricp_connections"))));
        web.perform(get("/actuator/prometheus")).andExpect(status().isUnauthorized());
        web.perform(get("/actuator/prometheus").header("Authorization", "Bearer " + world.stewardToken()))
                .andExpect(status().isForbidden());
        web.perform(get("/actuator/env").header("Authorization", token)).andExpect(status().isNotFound());
    }

    @Test
    void tellsEverybodyWhetherItIsAliveAndReadyAndNoMore() throws Exception {
        web.perform(get("/actuator/health/liveness")).andExpect(status().isOk());
        web.perform(get("/actuator/health/readiness"))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"status\":\"UP\"}", org.springframework.test.json.JsonCompareMode.STRICT));
        web.perform(get("/actuator/health/readiness/db")).andExpect(status().isNotFound());
    }

    @Test
    void isNotWellWithoutRoomOrWhenFilesCannotBeKept(@TempDir Path folder) throws Exception {
        var settings = new DatabaseSettings(folder, null, null);
        assertThat(new StorageHealth(settings, DataSize.ofBytes(1)).health().getStatus())
                .isEqualTo(Status.UP);
        assertThat(new StorageHealth(settings, DataSize.ofTerabytes(10_000))
                        .health()
                        .getStatus())
                .isEqualTo(Status.OUT_OF_SERVICE);

        Files.delete(folder.resolve("files"));
        Files.writeString(folder.resolve("files"), "in the way");
        assertThat(new StorageHealth(settings, DataSize.ofBytes(1)).health().getStatus())
                .isEqualTo(Status.DOWN);
    }

    private String token(String who, Set<String> scopes) {
        return "Bearer "
                + accounts.issueToken(World.founder(), world.username(who), "test", scopes, Duration.ofDays(1));
    }
}

package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhuxi.testing.TestPostgres;

/** Two programs share a server; one of them is killed, comes back, and then the other ends in order. */
class TwoProgramsTests {

    private static final int DROPS = Integer.getInteger("zhuxi.crash.drops", 6_000);
    private static final int PAUSE_MILLIS = 900;
    private static final Duration REST = Duration.ofMillis(500);

    @TempDir
    Path data;

    @Test
    void nothingIsLostOrDoubledWhenOneIsKilledAndTheOtherStopped() throws Exception {
        var server = TestPostgres.freshDatabase();
        try (var one = ProgramUnderFire.onServer(server, data);
                var other = ProgramUnderFire.onServer(server, data)) {
            var fleet = new Fleet(List.of(one, other), DROPS, REST);
            fleet.start();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            one.kill();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            one.startAgain();
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            other.terminate();
            other.startAgain();
            fleet.finish();

            assertThat(fleet.acknowledged()).hasSizeGreaterThanOrEqualTo(DROPS);
            var kept = Kept.idsIn(one);
            assertThat(kept.duplicates()).as("ids kept twice").isEmpty();
            assertThat(kept.missing(fleet.acknowledged().keySet()))
                    .as("missing")
                    .isZero();
            assertThat(Kept.pointsByHousehold(one)).as("points").isEqualTo(fleet.pointsByHand());
            assertThat(fleet.get("/api/v1/points/trial-balance")).contains("\"sum\":0");
            assertThat(fleet.get("/api/v1/points/trial-balance")).contains("\"sum\":0");
            assertThat(runsOfADailyJob(server))
                    .as("of four starts on one database")
                    .isEqualTo(1);
        }
    }

    private static long runsOfADailyJob(String server) throws Exception {
        try (var connection = DriverManager.getConnection(server);
                var row = connection
                        .createStatement()
                        .executeQuery("select count(*) from platform.job_run where job = 'platform.job-runs'")) {
            row.next();
            return row.getLong(1);
        }
    }
}

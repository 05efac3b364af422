package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The database stands still for ten seconds, and stays away: nothing is lost, and the answer is clear. */
class OutageTests {

    private static final int STANDSTILL_SECONDS = 10;

    @TempDir
    Path data;

    @Test
    void aRecordSentWhileTheDatabaseStandsStillIsKeptOnce() throws Exception {
        try (var program = new ProgramUnderFire(data)) {
            var fleet = new Fleet(program, 1_000);
            program.freezeDatabase();
            fleet.start();
            TimeUnit.SECONDS.sleep(STANDSTILL_SECONDS);
            assertThat(fleet.acknowledged()).isEmpty();
            program.thawDatabase();
            fleet.finish();

            assertThat(fleet.acknowledged()).hasSizeGreaterThanOrEqualTo(800);
            assertThat(fleet.get("/api/v1/points/trial-balance")).contains("\"sum\":0");
        }
    }
}

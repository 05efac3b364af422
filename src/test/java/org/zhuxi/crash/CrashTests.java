package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Promise P1 under SIGKILL: whatever was acknowledged is there once, the points match a recount by hand, and the
 * transparency log holds it once in a tree that only ever grew. The larger
 * run of {@code docs/performance.md} is {@code -Dzhuxi.crash.drops=100000}.
 */
class CrashTests {

    static final int HOUSEHOLDS = 200;

    private static final int DROPS = Integer.getInteger("zhuxi.crash.drops", 8_000);
    private static final int KILLS = Integer.getInteger("zhuxi.crash.kills", 12);
    private static final int KILLS_OF_BOTH = 4;
    private static final int PAUSE_MILLIS = 700;

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedDropSurvivesKillsOnceAndWithItsPoints() throws Exception {
        try (var program = new ProgramUnderFire(data)) {
            var fleet = new Fleet(program, DROPS);
            var log = new LogUnderFire(program, fleet);
            fleet.start();
            for (var kill = 1; kill <= KILLS; kill++) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                log.look();
                if (kill % (KILLS / KILLS_OF_BOTH) == 0) {
                    program.killBothAndStartAgain();
                } else {
                    program.killDatabase();
                }
            }
            fleet.finish();
            program.awaitAnswer();

            assertThat(fleet.acknowledged()).hasSizeGreaterThanOrEqualTo(DROPS);
            var kept = Kept.idsIn(program);
            assertThat(kept.duplicates()).as("ids kept twice").isEmpty();
            assertThat(kept.missing(fleet.acknowledged().keySet()))
                    .as("acknowledged drops that are gone")
                    .isZero();
            assertThat(Kept.pointsByHousehold(program)).as("points").isEqualTo(fleet.pointsByHand());
            assertThat(fleet.get("/api/v1/points/trial-balance")).contains("\"sum\":0");
            log.assertWhole(fleet.acknowledged().keySet());
        }
    }

    @Test
    void aVariantThatAcknowledgesBeforeCommitIsCaught() throws Exception {
        try (var program = new ProgramUnderFire(data, "--zhuxi.test.acknowledge-before-commit=true")) {
            var fleet = new Fleet(program, Integer.MAX_VALUE);
            fleet.start();
            var lost = 0;
            for (var kill = 1; kill <= KILLS && lost == 0; kill++) {
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
                var acknowledgedBefore = Set.copyOf(fleet.acknowledged().keySet());
                program.killDatabase();
                program.awaitAnswer();
                lost = Kept.idsIn(program).missing(acknowledgedBefore);
            }
            fleet.stop();
            assertThat(lost).as("acknowledged drops that are gone").isPositive();
        }
    }
}

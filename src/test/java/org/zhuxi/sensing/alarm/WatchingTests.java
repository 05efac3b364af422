package org.zhuxi.sensing.alarm;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/** When an alarm is raised and when it is over. */
class WatchingTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @Test
    void theConditionMustHoldForTheTimeOfTheRule() {
        var rule = hot(120, 0, null, null);
        var watching = Watching.START.after(rule, NOON, degrees("71"), 12);
        assertThat(watching.isRaised()).isFalse();
        watching = watching.after(rule, minutes(60), degrees("72"), 13);
        assertThat(watching.isRaised()).isFalse();

        var interrupted =
                watching.after(rule, minutes(90), degrees("69"), 13).after(rule, minutes(150), degrees("71"), 14);
        assertThat(interrupted.isRaised()).isFalse();
        var held = watching.after(rule, minutes(120), degrees("71"), 14);
        assertThat(held.isRaised()).isTrue();
        assertThat(held.holdsSince()).isEqualTo(NOON);
    }

    @Test
    void itIsOverOnlyAtTheValueOnTheGoodSide() {
        var rule = hot(0, 0, null, null);
        var raised = Watching.START.after(rule, NOON, degrees("71"), 12);
        assertThat(raised.isRaised()).isTrue();

        assertThat(raised.after(rule, minutes(1), degrees("68"), 12).isRaised()).isTrue();
        var over = raised.after(rule, minutes(2), degrees("65"), 12);
        assertThat(over.isRaised()).isFalse();
        assertThat(over.overAt()).isEqualTo(minutes(2));
    }

    @Test
    void noneIsRaisedWhileTheRuleIsQuiet() {
        var rule = hot(0, 60, null, null);
        var over = Watching.START.after(rule, NOON, degrees("71"), 12).after(rule, minutes(5), degrees("60"), 12);

        var soon = over.after(rule, minutes(30), degrees("75"), 12);
        assertThat(soon.isRaised()).isFalse();
        assertThat(soon.after(rule, minutes(65), degrees("75"), 13).isRaised()).isTrue();
    }

    @Test
    void aRuleOfTheNightSleepsByDayAndEndsInTheMorning() {
        var rule = hot(0, 0, 22, 6);
        assertThat(Watching.START.after(rule, NOON, degrees("71"), 12).isRaised())
                .isFalse();
        var night = Watching.START.after(rule, NOON, degrees("71"), 23);
        assertThat(night.isRaised()).isTrue();
        assertThat(night.after(rule, minutes(60), degrees("71"), 3).isRaised()).isTrue();
        assertThat(night.after(rule, minutes(60), degrees("71"), 6).isRaised()).isFalse();
    }

    @Test
    void silenceIsRaisedAndEndsWithTheNextMessage() {
        var rule = new AlarmRule(
                Ids.next(),
                new CommunityId(1),
                "x",
                PlacePath.NATION,
                "compost-probe",
                AlarmRule.Condition.SILENT,
                "",
                null,
                null,
                360,
                null,
                null,
                0,
                60,
                NOON,
                null,
                Origin.SYNTHETIC);
        assertThat(Watching.START.afterSilence(rule, NOON, minutes(359)).isRaised())
                .isFalse();
        var silent = Watching.START.afterSilence(rule, NOON, minutes(360));
        assertThat(silent.isRaised()).isTrue();
        assertThat(silent.afterSilence(rule, minutes(361), minutes(362)).isRaised())
                .isFalse();
    }

    private static Instant minutes(long after) {
        return NOON.plus(Duration.ofMinutes(after));
    }

    private static BigDecimal degrees(String value) {
        return new BigDecimal(value);
    }

    private static AlarmRule hot(int minutes, int quiet, @Nullable Integer from, @Nullable Integer to) {
        return new AlarmRule(
                Ids.next(),
                new CommunityId(1),
                "x",
                PlacePath.NATION,
                "compost-probe",
                AlarmRule.Condition.ABOVE,
                "temperature",
                degrees("70"),
                degrees("65"),
                minutes,
                from,
                to,
                quiet,
                60,
                NOON,
                null,
                Origin.SYNTHETIC);
    }
}

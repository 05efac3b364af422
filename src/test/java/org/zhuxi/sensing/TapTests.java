package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.internal.sta.StaRequest;
import org.zhuxi.sensing.internal.tap.TapFlow;
import org.zhuxi.sensing.tap.NewTap;
import org.zhuxi.sensing.tap.Reckoning;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapRecord;
import org.zhuxi.sensing.tap.TapSteps;
import org.zhuxi.sensing.tap.TapTurn;
import org.zhuxi.sensing.tap.Taps;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Readings become records once, however often and late they come, and whatever is corrected. */
@ZhuxiTest
@Import(World.class)
class TapTests {

    private static final AtomicInteger CODES = new AtomicInteger(1000);
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final Reckoning EACH = new Reckoning.Weighing(new BigDecimal("0.1"), 0, BigDecimal.ZERO);

    private final Taps taps;
    private final TapSteps steps;
    private final TapFlow flow;
    private final Devices devices;
    private final SensorThings things;
    private final Activities activities;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor head;
    private final Actor verifier;
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);

    TapTests(
            Taps taps,
            TapSteps steps,
            TapFlow flow,
            Devices devices,
            SensorThings things,
            Activities activities,
            JdbcClient jdbc,
            World worlds,
            Accounts accounts) {
        this.taps = taps;
        this.steps = steps;
        this.flow = flow;
        this.devices = devices;
        this.things = things;
        this.activities = activities;
        this.jdbc = jdbc;
        this.made = worlds.make(1);
        this.head = accounts.actorOf(made.username("head"));
        this.verifier = accounts.actorOf(made.username("verifier"));
    }

    @Test
    void aWeighingIsRecordedOnceHoweverOftenItComes() {
        var scale = device("scale");
        var tap = tap(scale, "mass", "waste.drop.kitchen", EACH, today().minusDays(1));
        weigh(scale, 1, ago(30), "3.2");
        weigh(scale, 2, ago(20), "1.5");
        flow.flow();
        weigh(scale, 1, ago(30), "3.2");
        weigh(scale, 3, ago(40), "0.7");
        flow.flow();
        flow.flow();

        assertThat(counting("waste.drop.kitchen")).containsExactlyInAnyOrder("3.2", "1.5", "0.7");
        assertThat(taps.records(head, tap, 10))
                .extracting(TapRecord::state)
                .containsExactly(TapRecord.State.DONE, TapRecord.State.DONE, TapRecord.State.DONE);
    }

    @Test
    void aCorrectedReadingSupersedesAndOneThatIsDeletedCountsNoMore() {
        var scale = device("scale");
        var tap = tap(scale, "mass", "waste.drop.kitchen", EACH, today().minusDays(1));
        weigh(scale, 1, ago(30), "3.2");
        weigh(scale, 2, ago(20), "1.5");
        flow.flow();
        weigh(scale, 3, ago(30), "2.3");
        flow.flow();
        assertThat(counting("waste.drop.kitchen")).containsExactlyInAnyOrder("2.3", "1.5");
        var first = taps.records(head, tap, 10).getLast();
        assertThat(first.revision()).isEqualTo(1);
        assertThat(activities.get(head, first.activity()).supersedes()).isEqualTo(first.activity(0));

        var stream = observation(tap, ago(20));
        things.answer(head, false, StaRequest.of("DELETE", "/", "Observations(" + stream + ")", ""));
        flow.flow();
        assertThat(counting("waste.drop.kitchen")).containsExactly("2.3");
        weigh(scale, 4, ago(20), "1.6");
        flow.flow();
        assertThat(counting("waste.drop.kitchen")).containsExactlyInAnyOrder("2.3", "1.6");
    }

    @Test
    void whatAProgramThatDiedHadPlannedOrRecordedIsRecordedOnce() {
        var scale = device("scale");
        var tap = tap(scale, "mass", "waste.drop.kitchen", EACH, today().minusDays(1));
        weigh(scale, 1, ago(30), "3.2");
        weigh(scale, 2, ago(20), "1.5");
        flow.flow();
        // as if it had died before it noted that they are recorded, and before it noted how far it had read
        jdbc.sql("update sensing.tap_record set state = 'DUE' where tap_id = :tap")
                .param("tap", tap.id())
                .update();
        jdbc.sql("update sensing.tap set read_number = 1 where id = :tap")
                .param("tap", tap.id())
                .update();
        flow.flow();

        assertThat(counting("waste.drop.kitchen")).containsExactlyInAnyOrder("3.2", "1.5");
        assertThat(taps.records(head, tap, 10)).allMatch(one -> one.state() == TapRecord.State.DONE);
    }

    @Test
    void aPersonVerifiesWhatADeviceRecordedAndThatStands() {
        var scale = device("scale");
        var tap = tap(scale, "mass", "waste.drop.kitchen", EACH, today().minusDays(1));
        // more than usual, so it waits
        weigh(scale, 1, ago(30), "18");
        flow.flow();
        var record = taps.records(head, tap, 1).getFirst();
        assertThat(activities.get(head, record.activity()).state()).isEqualTo(ActivityState.RECORDED);
        activities.verify(verifier, record.activity(), true, "看过磅单");
        weigh(scale, 2, ago(30), "1.8");
        flow.flow();

        assertThat(counting("waste.drop.kitchen")).containsExactly("18");
        var refused = taps.records(head, tap, 1).getFirst();
        assertThat(refused.state()).isEqualTo(TapRecord.State.REFUSED);
        assertThat(refused.problem()).isEqualTo("supersedes-forbidden");
    }

    @Test
    void whatIsMeasuredInAPauseOrAfterTheEndIsNotRecorded() {
        var scale = device("scale");
        var tap = tap(scale, "mass", "waste.drop.kitchen", EACH, today().minusDays(1));
        weigh(scale, 1, ago(30), "3.2");
        steps.pause(head, tap.id());
        steps.pause(head, tap.id());
        weigh(scale, 2, Instant.now(), "1.5");
        steps.resume(head, tap.id());
        weigh(scale, 3, Instant.now(), "1.7");
        steps.end(head, tap.id());
        weigh(scale, 4, Instant.now(), "1.9");
        weigh(scale, 5, ago(10), "0.4");
        flow.flow();

        assertThat(counting("waste.drop.kitchen")).containsExactlyInAnyOrder("3.2", "1.7", "0.4");
        assertThatThrownBy(() -> steps.pause(head, tap.id())).isInstanceOf(SensingRefused.TapEnded.class);
    }

    @Test
    void eachDayOfAMeterIsARecordAndALateReadingCorrectsIt() {
        var meter = device("electricity-meter");
        var tap = tap(meter, "energy", "meter.electricity", new Reckoning.Counter(null), today().minusDays(5));
        count(meter, 1, midnight(5), "100");
        count(meter, 2, midnight(2), "130");
        flow.flow();
        assertThat(counting("meter.electricity")).containsExactly("10", "10", "10");
        count(meter, 3, midnight(4), "104");
        flow.flow();

        assertThat(counting("meter.electricity")).containsExactlyInAnyOrder("4", "13", "13");
        assertThat(taps.records(head, tap, 10)).extracting(TapRecord::revision).containsOnly(1);
    }

    @Test
    void daysOnWhichACounterFellWaitUntilSomebodySaysWhy() {
        var meter = device("water-meter");
        var tap = tap(meter, "volume", "meter.water", new Reckoning.Counter(null), today().minusDays(5));
        count(meter, 1, midnight(5), "100");
        count(meter, 2, midnight(4), "103");
        count(meter, 3, midnight(3), "2");
        count(meter, 4, midnight(2), "5");
        flow.flow();
        assertThat(counting("meter.water")).containsExactly("3", "3");
        var fall = steps.falls(head, tap).getFirst();
        assertThat(fall.at()).isEqualTo(midnight(3));
        assertThatThrownBy(() -> steps.explain(head, tap.id(), turn(fall.at(), "102", "0")))
                .isInstanceOf(SensingRefused.TapBackwards.class);
        assertThatThrownBy(() -> steps.explain(head, tap.id(), turn(midnight(4), "105", "0")))
                .isInstanceOf(Mistyped.NoChoice.class);
        steps.explain(head, tap.id(), turn(fall.at(), "105", "1"));
        flow.flow();

        assertThat(counting("meter.water")).containsExactlyInAnyOrder("3", "3", "3");
        assertThat(steps.falls(head, tap)).isEmpty();
    }

    @Test
    void aMeterBeginsAgainWhereItsEndIsKnown() {
        var meter = device("water-meter");
        tap(meter, "volume", "meter.water", new Reckoning.Counter(new BigDecimal("1000")), today().minusDays(3));
        count(meter, 1, midnight(3), "990");
        count(meter, 2, midnight(2), "4.5");
        flow.flow();

        assertThat(counting("meter.water")).containsExactly("14.5");
    }

    @Test
    void theSameReadingsAreNotTappedTwice() {
        var scale = device("scale");
        var tap = tap(scale, "mass", "waste.drop.kitchen", EACH, today().minusDays(1));
        assertThatThrownBy(() -> tap(scale, "mass", "waste.drop.kitchen", EACH, null))
                .isInstanceOf(SensingRefused.Tapped.class);
        steps.end(head, tap.id());
        assertThatThrownBy(() -> tap(scale, "mass", "waste.drop.kitchen", EACH, null))
                .isInstanceOf(SensingRefused.Tapped.class);
    }

    @Test
    void onlyWhatSuitsAndOnlyThoseWhoMay() {
        var scale = device("scale");
        assertThatThrownBy(() -> tap(scale, "mass", "meter.water", EACH, null)).isInstanceOf(Mistyped.NoChoice.class);
        // needs a photo
        assertThatThrownBy(() -> tap(scale, "mass", "garden.tree-planted", EACH, null))
                .isInstanceOf(Mistyped.NoChoice.class);
        assertThatThrownBy(() -> tap(scale, "mass", "waste.drop.kitchen", EACH, today().plusDays(1)))
                .isInstanceOf(SensingRefused.TapDay.class);
        assertThatThrownBy(() -> tap(
                        scale,
                        "mass",
                        "waste.drop.kitchen",
                        new Reckoning.Weighing(BigDecimal.ZERO, 0, BigDecimal.ZERO),
                        null))
                .isInstanceOf(Mistyped.OutOfRange.class);
        var typed = new NewTap(Ids.next(), scale.code(), "mass", "waste.drop.kitchen", EACH, null, Origin.RECORDED);
        assertThatThrownBy(() -> taps.declare(verifier, typed)).isInstanceOf(Refused.Forbidden.class);
        var tap = taps.declare(head, typed);
        assertThat(taps.declare(head, typed).id()).isEqualTo(tap.id());
        assertThatThrownBy(() -> steps.end(verifier, tap.id())).isInstanceOf(Refused.Forbidden.class);
    }

    private Device device(String template) {
        return devices.claim(
                head,
                new NewDevice("TAP-" + CODES.incrementAndGet(), template, made.communityCode(), "东门", false),
                Origin.RECORDED);
    }

    private Tap tap(Device device, String quantity, String kind, Reckoning reckoning, @Nullable LocalDate since) {
        return taps.declare(
                head, new NewTap(Ids.next(), device.code(), quantity, kind, reckoning, since, Origin.RECORDED));
    }

    private void weigh(Device scale, long sequence, Instant at, String mass) {
        devices.take(
                head, scale.code(), List.of(new DeviceReading(sequence, at, Map.of("mass", new BigDecimal(mass)))));
    }

    private void count(Device meter, long sequence, Instant at, String shown) {
        var quantity = meter.template().quantities().getFirst().code();
        devices.take(
                head, meter.code(), List.of(new DeviceReading(sequence, at, Map.of(quantity, new BigDecimal(shown)))));
    }

    /** Amounts of the records of a kind that count. */
    private List<String> counting(String kind) {
        return activities
                .list(head, new ActivityFilter(made.path(), kind, null, null, null, null, null), 100, null)
                .items()
                .stream()
                .filter(one -> one.state() == ActivityState.RECORDED || one.state() == ActivityState.VERIFIED)
                .map(one -> one.quantities().values().iterator().next())
                .map(amount -> amount.stripTrailingZeros().toPlainString())
                .toList();
    }

    private long observation(Tap tap, Instant at) {
        return jdbc.sql("select id from sensing.observation where stream_id = :stream and start_at = :at")
                .param("stream", tap.stream())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static TapTurn turn(Instant at, String last, String first) {
        return new TapTurn(at, new BigDecimal(last), new BigDecimal(first));
    }

    private Instant ago(int minutes) {
        return now.minus(Duration.ofMinutes(minutes));
    }

    private static LocalDate today() {
        return LocalDate.now(ZONE);
    }

    private static Instant midnight(int daysAgo) {
        return today().minusDays(daysAgo).atStartOfDay(ZONE).toInstant();
    }
}

package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.alarm.Alarm;
import org.zhuxi.sensing.alarm.AlarmRule;
import org.zhuxi.sensing.alarm.AlarmStep;
import org.zhuxi.sensing.alarm.Alarms;
import org.zhuxi.sensing.alarm.NewAlarmRule;
import org.zhuxi.sensing.internal.alarm.AlarmWatch;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** An alarm from the reading to the history. */
@ZhuxiTest
@Import(World.class)
class AlarmTests {

    private static final AtomicInteger CODES = new AtomicInteger(5000);

    private final Alarms alarms;
    private final AlarmWatch watch;
    private final Devices devices;
    private final World worlds;
    private final Accounts accounts;
    private final JdbcClient sql;

    AlarmTests(Alarms alarms, AlarmWatch watch, Devices devices, World worlds, Accounts accounts, JdbcClient sql) {
        this.alarms = alarms;
        this.watch = watch;
        this.devices = devices;
        this.worlds = worlds;
        this.accounts = accounts;
        this.sql = sql;
    }

    @Test
    void anAlarmIsRaisedAcknowledgedOverAndInTheHistory() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = probe(head, made);
        alarms.add(head, hot(made));
        var start = Instant.now().minus(Duration.ofHours(5));
        send(head, probe, 1, start, "72");
        send(head, probe, 2, start.plus(Duration.ofHours(2)), "71");

        watch.look();
        watch.look();
        var raised = board(head, made);
        assertThat(raised).hasSize(1);
        assertThat(raised.getFirst().state()).isEqualTo(Alarm.State.RAISED);
        assertThat(raised.getFirst().value()).isEqualByComparingTo("71");
        assertThat(alarms.countWaiting(head)).isEqualTo(1);
        alarms.acknowledge(head, raised.getFirst().id(), "去翻堆");
        alarms.acknowledge(head, raised.getFirst().id(), "又点了一次");
        assertThat(alarms.countWaiting(head)).isZero();
        send(head, probe, 3, start.plus(Duration.ofHours(3)), "66");
        watch.look();
        assertThat(board(head, made).getFirst().state()).isEqualTo(Alarm.State.ACKNOWLEDGED);
        send(head, probe, 4, start.plus(Duration.ofHours(4)), "64");
        watch.look();

        assertThat(board(head, made)).isEmpty();
        var over = alarms.get(head, raised.getFirst().id());
        assertThat(alarms.history(head, over))
                .extracting(AlarmStep::kind)
                .containsExactly(AlarmStep.Kind.RAISED, AlarmStep.Kind.ACKNOWLEDGED, AlarmStep.Kind.OVER);
    }

    @Test
    void onlyThoseWhoMayAnswerAndAddRules() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var verifier = accounts.actorOf(made.username("verifier"));
        var probe = probe(head, made);
        var rule = alarms.add(head, hot(made));
        send(head, probe, 1, Instant.now().minus(Duration.ofHours(3)), "72");
        send(head, probe, 2, Instant.now(), "72");
        watch.look();
        var alarm = board(head, made).getFirst();

        assertThatThrownBy(() -> alarms.acknowledge(verifier, alarm.id(), "")).isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> alarms.add(verifier, hot(made))).isInstanceOf(Refused.Forbidden.class);
        alarms.retire(head, rule.id());
        assertThat(board(head, made)).isEmpty();
        assertThatThrownBy(() -> alarms.acknowledge(head, alarm.id(), "")).isInstanceOf(SensingRefused.AlarmOver.class);
    }

    @Test
    void theAlarmOfADeviceThatIsTakenOutOfUseIsOver() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = raised(head, made);
        var alarm = board(head, made).getFirst();

        devices.retire(head, probe.code(), "坏了");

        assertThat(board(head, made)).isEmpty();
        assertThat(alarms.countWaiting(head)).isZero();
        watch.look();
        assertThat(alarms.history(head, alarm))
                .extracting(AlarmStep::kind, AlarmStep::by)
                .containsExactly(
                        tuple(AlarmStep.Kind.RAISED, null), tuple(AlarmStep.Kind.DEVICE_RETIRED, head.accountId()));
    }

    @Test
    void anAlarmThatWasLeftByADeviceOutOfUseIsOverAtTheNextLook() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var probe = raised(head, made);
        var other = raised(head, made);
        sql.sql("update sensing.device set retired_at = now(), retired_by = claimed_by where id = :id")
                .param("id", probe.id())
                .update();

        watch.look();
        watch.look();

        assertThat(board(head, made)).extracting(Alarm::deviceCode).containsExactly(other.code());
    }

    @Test
    void aRuleThatIsOverOnTheBadSideIsRefused() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        assertThatThrownBy(() -> alarms.add(head, hot(made, "75"))).isInstanceOf(SensingRefused.BackBeyond.class);
    }

    /** A probe whose alarm stands. */
    private Device raised(Actor head, World.Made made) {
        var probe = probe(head, made);
        if (alarms.rules(head, made.path(), 1, null).items().isEmpty()) {
            alarms.add(head, hot(made));
        }
        send(head, probe, 1, Instant.now().minus(Duration.ofHours(3)), "72");
        send(head, probe, 2, Instant.now(), "72");
        watch.look();
        return probe;
    }

    private List<Alarm> board(Actor actor, World.Made made) {
        return alarms.list(actor, made.path(), true, 10, null).items();
    }

    private Device probe(Actor head, World.Made made) {
        return devices.claim(
                head,
                new NewDevice("ALARM-" + CODES.incrementAndGet(), "compost-probe", made.communityCode(), "一号箱", false),
                Origin.SYNTHETIC);
    }

    private void send(Actor head, Device probe, long sequence, Instant at, String degrees) {
        devices.take(
                head,
                probe.code(),
                List.of(new DeviceReading(sequence, at, Map.of("temperature", new BigDecimal(degrees)))));
    }

    private static NewAlarmRule hot(World.Made made) {
        return hot(made, "65");
    }

    private static NewAlarmRule hot(World.Made made, String back) {
        return new NewAlarmRule(
                Ids.next(),
                made.communityCode(),
                "compost-probe",
                AlarmRule.Condition.ABOVE,
                "temperature",
                new BigDecimal("70"),
                new BigDecimal(back),
                120,
                null,
                null,
                0,
                60,
                Origin.SYNTHETIC);
    }
}

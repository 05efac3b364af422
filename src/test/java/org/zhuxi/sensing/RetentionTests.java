package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Mistyped;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.sensing.internal.retention.Dropping;
import org.zhuxi.sensing.internal.rollup.Hours;
import org.zhuxi.sensing.internal.sta.StaRequest;
import org.zhuxi.sensing.retention.NewRetentionRule;
import org.zhuxi.sensing.retention.RetentionRule;
import org.zhuxi.sensing.retention.Retentions;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Readings are dropped where that is declared, and no sum changes by it. */
@ZhuxiTest
@Import(World.class)
class RetentionTests {

    private static final AtomicInteger CODES = new AtomicInteger(3000);
    private static final int KEEP = 120;

    private final Retentions retentions;
    private final Dropping dropping;
    private final Hours hours;
    private final Devices devices;
    private final SensorThings things;
    private final JdbcClient jdbc;
    private final World.Made made;
    private final Actor head;
    private final Actor verifier;
    private final Instant today = Instant.now().truncatedTo(ChronoUnit.DAYS);

    RetentionTests(
            Retentions retentions,
            Dropping dropping,
            Hours hours,
            Devices devices,
            SensorThings things,
            JdbcClient jdbc,
            World worlds,
            Accounts accounts) {
        this.retentions = retentions;
        this.dropping = dropping;
        this.hours = hours;
        this.devices = devices;
        this.things = things;
        this.jdbc = jdbc;
        this.made = worlds.make(1);
        this.head = accounts.actorOf(made.username("head"));
        this.verifier = accounts.actorOf(made.username("verifier"));
    }

    @Test
    void sumsStayWhenReadingsGo() {
        var meter = device("noise");
        fill(meter, 140, 7);
        rollAll();
        var before = hours(meter);
        declare("noise", "");

        dropping.drop();

        assertThat(hours(meter)).isEqualTo(before).isNotEmpty();
        assertThat(raw(meter)).isPositive().isLessThan(before.size());
        assertThat(oldest(meter)).isAfterOrEqualTo(cutoff());
        assertThat(retentions.droppedUntil(head, meter)).contains(cutoff());
        assertThat(dropping.drop()).isZero();
        // everything reckoned anew, as after a change of the newest reading
        var newest = jdbc.sql("select max(id) from sensing.observation where stream_id = :stream")
                .param("stream", stream(meter))
                .query(Long.class)
                .single();
        things.answer(
                head, false, StaRequest.of("PATCH", "/", "Observations(" + newest + ")", "{\"resultQuality\":\"x\"}"));
        rollAll();
        assertThat(hours(meter)).isEqualTo(before);
    }

    @Test
    void whatTheServiceTellsIsWhatIsThere() {
        var meter = device("noise");
        fill(meter, 130, 5);
        rollAll();
        declare("", meter.code());
        dropping.drop();

        var state = jdbc.sql(
                        "select observations, dropped, first_at from sensing.stream_state where stream_id = :stream")
                .param("stream", stream(meter))
                .query((row, number) -> List.of(row.getLong("observations"), row.getLong("dropped")))
                .single();
        assertThat(state).containsExactly(raw(meter), 130L * 5 - raw(meter));
        var service = new Service(things, head, false);
        var told = service.read(
                "Datastreams(" + stream(meter) + ")/Observations?$count=true&$top=1&$orderby=phenomenonTime");
        assertThat(told.get("@iot.count").asLong()).isEqualTo(raw(meter));
        assertThat(Instant.parse(told.get("value").get(0).get("phenomenonTime").asString()))
                .isAfterOrEqualTo(cutoff());
    }

    @Test
    void nothingGoesBeforeItsHoursStand() {
        var meter = device("noise");
        fill(meter, 140, 3);
        declare("noise", "");
        dropping.drop();
        assertThat(raw(meter)).isEqualTo(140 * 3);

        rollAll();
        jdbc.sql("""
                        update sensing.hour_sum
                        set total = total + 0.1
                        where stream_id = :stream
                        and hour_at = (select min(hour_at) from sensing.hour_sum where stream_id = :stream)
                        """).param("stream", stream(meter)).update();
        dropping.drop();
        assertThat(raw(meter)).isEqualTo(140 * 3);
    }

    @Test
    void aReadingThatComesForDroppedHoursIsAddedOnce() {
        var meter = device("noise");
        var at = today.minus(Duration.ofDays(130));
        take(meter, 1, at.plusSeconds(60), "40.1");
        take(meter, 2, today, "50");
        rollAll();
        declare("noise", "");
        dropping.drop();
        assertThat(raw(meter)).isEqualTo(1);

        take(meter, 3, at.plusSeconds(120), "0.2");
        take(meter, 3, at.plusSeconds(120), "0.2");
        take(meter, 4, at.plus(Duration.ofHours(2)), "7");
        rollAll();
        rollAll();
        dropping.drop();

        assertThat(hours(meter)).containsExactly("2 40.3 0.2 40.1", "1 7 7 7", "1 50 50 50");
        assertThat(raw(meter)).isEqualTo(1);
    }

    @Test
    void theNarrowestRuleHoldsAndNoneMeansForGood() {
        var kept = device("noise");
        var gone = device("noise");
        var other = device("heat");
        for (var device : List.of(kept, gone, other)) {
            fill(device, 130, 1);
        }
        rollAll();
        declare("noise", "");
        retentions.declare(head, typed("", kept.code(), 10_000));
        dropping.drop();

        assertThat(raw(kept)).isEqualTo(130);
        assertThat(raw(gone)).isLessThan(130);
        assertThat(raw(other)).isEqualTo(130);
    }

    @Test
    void rulesAreDeclaredByThoseWhoMayAndEnd() {
        assertThatThrownBy(() -> retentions.declare(verifier, typed("noise", "", KEEP)))
                .isInstanceOf(Refused.Forbidden.class);
        assertThatThrownBy(() -> retentions.declare(head, typed("noise", "", RetentionRule.FEWEST_DAYS - 1)))
                .isInstanceOf(Mistyped.OutOfRange.class);
        assertThatThrownBy(() -> retentions.declare(head, typed("toaster", "", KEEP)))
                .isInstanceOf(Mistyped.NoChoice.class);
        assertThatThrownBy(() -> retentions.declare(head, typed("", "NONE-1", KEEP)))
                .isInstanceOf(Mistyped.NoChoice.class);
        var meter = device("noise");
        fill(meter, 130, 1);
        rollAll();
        var rule = declare("noise", "");
        assertThatThrownBy(() -> retentions.end(verifier, rule.id())).isInstanceOf(Refused.Forbidden.class);
        retentions.end(head, rule.id());
        dropping.drop();

        assertThat(retentions.list(head, made.path())).isEmpty();
        assertThat(raw(meter)).isEqualTo(130);
    }

    private RetentionRule declare(String template, String device) {
        return retentions.declare(head, typed(template, device, KEEP));
    }

    private NewRetentionRule typed(String template, String device, int days) {
        return new NewRetentionRule(Ids.next(), made.communityCode(), template, device, days, Origin.RECORDED);
    }

    private Device device(String template) {
        return devices.claim(
                head,
                new NewDevice("KEEP-" + CODES.incrementAndGet(), template, made.communityCode(), "东门", false),
                Origin.RECORDED);
    }

    /** So many readings on each of the last days. */
    private void fill(Device device, int days, int perDay) {
        var chances = new SplittableRandom(42);
        var quantity = device.template().quantities().getFirst().code();
        var readings = new ArrayList<DeviceReading>();
        for (var index = 0; index < days * perDay; index++) {
            var at = today.minus(Duration.ofDays(1 + index / perDay)).plusSeconds(chances.nextInt(86_400));
            readings.add(new DeviceReading(index, at, Map.of(quantity, BigDecimal.valueOf(chances.nextInt(400), 1))));
        }
        for (var from = 0; from < readings.size(); from += 1_000) {
            devices.take(head, device.code(), readings.subList(from, Math.min(from + 1_000, readings.size())));
        }
    }

    private void take(Device device, long sequence, Instant at, String level) {
        devices.take(
                head, device.code(), List.of(new DeviceReading(sequence, at, Map.of("level", new BigDecimal(level)))));
    }

    private void rollAll() {
        while (hours.roll() > 0) {
            // the next streams
        }
    }

    private Instant cutoff() {
        return today.minus(Duration.ofDays(KEEP));
    }

    private List<String> hours(Device device) {
        return jdbc.sql("""
                        select readings, total, least, most
                        from sensing.hour_sum
                        where stream_id = :stream
                        order by hour_at
                        """)
                .param("stream", stream(device))
                .query((row, number) -> row.getLong(1)
                        + " "
                        + row.getBigDecimal(2).stripTrailingZeros().toPlainString()
                        + " "
                        + plain(row.getDouble(3))
                        + " "
                        + plain(row.getDouble(4)))
                .list();
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private long raw(Device device) {
        return jdbc.sql("select count(*) from sensing.observation where stream_id = :stream")
                .param("stream", stream(device))
                .query(Long.class)
                .single();
    }

    private Instant oldest(Device device) {
        return jdbc.sql("select min(start_at) from sensing.observation where stream_id = :stream")
                .param("stream", stream(device))
                .query((row, number) -> row.getObject(1, OffsetDateTime.class).toInstant())
                .single();
    }

    private long stream(Device device) {
        return jdbc.sql("select min(id) from sensing.stream where thing_id = :thing")
                .param("thing", device.thing())
                .query(Long.class)
                .single();
    }
}

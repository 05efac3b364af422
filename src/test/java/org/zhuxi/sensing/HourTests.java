package org.zhuxi.sensing;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.account.Accounts;
import org.zhuxi.kernel.Origin;
import org.zhuxi.sensing.internal.rollup.Hours;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Hours are exact sums, whatever the order in which readings come. */
@ZhuxiTest
@Import(World.class)
class HourTests {

    private static final AtomicInteger CODES = new AtomicInteger(7000);
    private static final Instant SIX = Instant.parse("2026-03-02T22:00:00Z");

    private final Hours hours;
    private final Devices devices;
    private final SensorThings things;
    private final World worlds;
    private final Accounts accounts;
    private final JdbcClient jdbc;

    HourTests(Hours hours, Devices devices, SensorThings things, World worlds, Accounts accounts, JdbcClient jdbc) {
        this.hours = hours;
        this.devices = devices;
        this.things = things;
        this.worlds = worlds;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    @Test
    void sumsAreExactAndALateReadingCountsInItsHour() {
        var made = worlds.make(1);
        var head = accounts.actorOf(made.username("head"));
        var meter = devices.claim(
                head,
                new NewDevice("HOUR-" + CODES.incrementAndGet(), "noise", made.communityCode(), "噪声计", true),
                Origin.SYNTHETIC);
        var readings = new ArrayList<DeviceReading>();
        for (var i = 0; i < 10; i++) {
            readings.add(reading(i, SIX.plus(Duration.ofMinutes(6L * i)), "50.1"));
        }
        readings.add(reading(20, SIX.plus(Duration.ofHours(1)), "56"));
        devices.take(head, meter.code(), readings);
        rollAll();
        devices.take(head, meter.code(), List.of(reading(30, SIX.plus(Duration.ofMinutes(1)), "0.3")));
        rollAll();

        var rows = jdbc.sql("""
                        select h.readings, h.total
                        from sensing.hour_sum h
                        join sensing.stream s on s.id = h.stream_id
                        where s.thing_id = :thing
                        order by h.hour_at
                        """)
                .param("thing", meter.thing())
                .query((row, number) -> row.getLong(1) + " " + row.getBigDecimal(2))
                .list();
        assertThat(rows).containsExactly("11 501.3", "1 56");
        var fed = jdbc.sql("""
                        select measure || ' ' || value
                        from sensing.v_measures
                        where community_id = :community
                        and period = '2026-03'
                        order by measure
                        """)
                .param("community", made.community().value())
                .query(String.class)
                .list();
        assertThat(fed).containsExactly("noise.measured.hours 2", "noise.quiet.hours 1");
    }

    @Test
    void aStreamTakesItsHoursWithIt() {
        var service = Service.open(things);
        var thing = service.make("Things", "{\"name\":\"Bin 9\",\"description\":\"\"}");
        var stream = service.make("Datastreams", """
                {"name":"core","description":"","observationType":"x","unitOfMeasurement":{},"Thing":{"@iot.id":%d},
                 "Sensor":{"name":"s","description":"","encodingType":"text/html","metadata":""},
                 "ObservedProperty":{"name":"p","definition":"http://example.org/p","description":""},
                 "Observations":[{"phenomenonTime":"2026-03-02T22:10:00Z","result":55.5,
                    "FeatureOfInterest":{"name":"f","description":"","encodingType":"application/geo+json",
                        "feature":{"type":"Point","coordinates":[119.44,32.4]}}}]}
                """.formatted(thing));
        rollAll();

        assertThat(hoursOf(stream)).isEqualTo(2);
        assertThat(service.ask("DELETE", "Datastreams(" + stream + ")", "").status())
                .isEqualTo(200);
        assertThat(hoursOf(stream)).isZero();
    }

    /** Its hours, and how far it was rolled. */
    private long hoursOf(long stream) {
        return jdbc.sql("select (select count(*) from sensing.hour_sum where stream_id = :stream)"
                        + " + (select count(*) from sensing.stream_rolled where stream_id = :stream)")
                .param("stream", stream)
                .query(Long.class)
                .single();
    }

    private void rollAll() {
        while (hours.roll() > 0) {
            // the next streams
        }
    }

    private static DeviceReading reading(long sequence, Instant at, String decibel) {
        return new DeviceReading(sequence, at, Map.of("level", new BigDecimal(decibel)));
    }
}

package org.zhuxi.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Readings over MQTT with QoS 1 and over HTTP while database and program are killed with SIGKILL: what was acknowledged is there, and
 * nothing is there twice although everything unacknowledged was sent again.
 */
class SensorCrashTests {

    private static final int READINGS = Integer.getInteger("zhuxi.crash.readings", 120);

    @TempDir
    Path data;

    @Test
    void everyAcknowledgedReadingIsKeptOnce() throws Exception {
        var port = freePort();
        try (var program = new ProgramUnderFire(data, "--zhuxi.test.sensors=true", "--zhuxi.mqtt.port=" + port)) {
            var fleet = new SensorFleet(lines(), program.uri("/"), port);
            fleet.start();
            fleet.awaitMore(READINGS);
            program.killDatabase();
            fleet.awaitMore(READINGS);
            program.killBothAndStartAgain();
            fleet.awaitMore(READINGS);
            fleet.finish();

            for (var device : fleet.acknowledged().entrySet()) {
                var kept = kept(program, device.getKey());
                assertThat(kept).as(device.getKey()).isNotEmpty().doesNotHaveDuplicates();
                assertThat(new HashSet<>(kept)).as(device.getKey()).isEqualTo(device.getValue());
            }
        }
    }

    private List<String> lines() throws Exception {
        var file = data.resolve(SensorsAtStart.FILE);
        while (!Files.exists(file)) {
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return Files.readAllLines(file);
    }

    /** The sequences whose readings the database holds, each as often as it holds it. */
    private static List<Long> kept(ProgramUnderFire program, String device) throws Exception {
        var kept = new ArrayList<Long>();
        try (var connection = DriverManager.getConnection(program.jdbcUrl());
                var question = connection.prepareStatement("""
                        select o.start_at
                        from sensing.device d
                        join sensing.stream s on s.thing_id = d.thing_id
                        join sensing.observation o on o.stream_id = s.id
                        where d.code = ?
                        """)) {
            question.setString(1, device);
            var rows = question.executeQuery();
            while (rows.next()) {
                var at = rows.getObject(1, OffsetDateTime.class).toInstant();
                kept.add(at.getEpochSecond() - SensorFleet.FIRST.getEpochSecond());
            }
        }
        return kept;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}

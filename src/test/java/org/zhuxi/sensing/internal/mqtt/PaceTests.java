package org.zhuxi.sensing.internal.mqtt;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** An account that sends more than its share waits; others do not. */
class PaceTests {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @Test
    void holdsUpOneAccountAndNotAnother() {
        var pace = pace(1, 3);

        assertThat(pace.await("a", 3, () -> true)).isTrue();
        assertThat(slowed()).isZero();
        var waiting = CompletableFuture.supplyAsync(() -> pace.await("a", 1, () -> true));
        assertThat(pace.await("b", 3, () -> true)).isTrue();
        assertThat(waiting.orTimeout(20, TimeUnit.SECONDS).join()).isTrue();
        assertThat(slowed()).isEqualTo(1);
    }

    @Test
    void givesUpWhenTheClientIsGone() {
        var pace = pace(1, 1);
        pace.await("a", 1, () -> true);

        assertThat(pace.await("a", 500, () -> false)).isFalse();
    }

    @Test
    void takesNoMoreTogetherThanMayComeAtOnce() {
        assertThat(pace(5, 20).mostAtOnce()).isEqualTo(20);
        assertThat(pace(5, 20_000).mostAtOnce()).isEqualTo(500);
        assertThat(pace(0, 1).mostAtOnce()).isEqualTo(500);
        assertThat(pace(0, 1).await("a", 1_000_000, () -> false)).isTrue();
    }

    private Pace pace(int perSecond, int burst) {
        var settings = new MqttSettings("127.0.0.1", 0, null, null, 1, 1, 1, 1, 1, perSecond, burst, null);
        return new Pace(settings, new MqttMeters(registry));
    }

    private double slowed() {
        return registry.counter("zhuxi.mqtt.slowed").count();
    }
}

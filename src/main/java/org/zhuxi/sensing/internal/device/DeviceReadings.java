package org.zhuxi.sensing.internal.device;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.sensing.Device;
import org.zhuxi.sensing.DeviceReading;
import org.zhuxi.sensing.internal.store.NewObservation;
import org.zhuxi.sensing.internal.store.ObservationTaker;
import org.zhuxi.sensing.internal.store.Observations;
import org.zhuxi.sensing.internal.store.ObservedResult;

/** Turns readings of devices into observations, each message once. */
@Component
public class DeviceReadings {

    private final DeviceStore store;
    private final ObservationTaker taker;
    private final Observations observations;

    DeviceReadings(DeviceStore store, ObservationTaker taker, Observations observations) {
        this.store = store;
        this.taker = taker;
        this.observations = observations;
    }

    /** Before the transaction that keeps them. */
    public void prepare(List<DeviceReading> readings) {
        observations.prepare(readings.stream()
                .map(reading -> Objects.requireNonNull(reading.at()))
                .toList());
    }

    /** Keeps what has not come before, in the running transaction. @return the sequences that are new; may be changed */
    public Set<Long> keep(Device device, List<DeviceReading> readings, Instant now) {
        var fresh = new HashSet<>(store.note(
                device, readings.stream().map(DeviceReading::sequence).toList(), now));
        var streams = store.streams(device.thing());
        var seen = new HashSet<Long>();
        var given = new ArrayList<Observations.Given>();
        for (var reading : readings) {
            if (!fresh.contains(reading.sequence()) || !seen.add(reading.sequence())) {
                continue;
            }
            reading.values().forEach((quantity, value) -> {
                var stream = streams.get(quantity);
                if (stream != null) {
                    given.add(new Observations.Given(
                            stream,
                            new NewObservation(
                                    Objects.requireNonNull(reading.at()),
                                    null,
                                    ObservedResult.of(value.doubleValue()),
                                    now,
                                    null,
                                    null,
                                    taker.featureOf(stream),
                                    null,
                                    null)));
                }
            });
        }
        observations.keep(given);
        return fresh;
    }
}

package org.zhuxi.sensing.internal.lorawan;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.zhuxi.sensing.DeviceReading;

/**
 * A message of a device that a LoRaWAN network server hands on.
 *
 * @param eui of the device, which is the code it is claimed by
 * @param values the decoded payload's numbers by name
 */
record Uplink(String eui, Instant at, Map<String, BigDecimal> values) {

    Uplink {
        values = Map.copyOf(values);
    }

    /**
     * As a reading. Frame counters begin anew when a device joins again, so the microsecond in which the network took the message is
     * its sequence: the same when the server sends it again.
     */
    DeviceReading reading() {
        return new DeviceReading(ChronoUnit.MICROS.between(Instant.EPOCH, at), at, values);
    }
}

package org.zhuxi.sensing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A message of a device.
 *
 * @param sequence counted by the device; one that came before is passed over
 * @param at when it was measured; null for now
 * @param values by the code of the quantity, in the unit of the template
 */
public record DeviceReading(long sequence, @Nullable Instant at, Map<String, BigDecimal> values) {

    public DeviceReading {
        values = Map.copyOf(values);
    }
}

package org.zhuxi.sensing.internal.device;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Typed;
import org.zhuxi.sensing.DeviceReading;

/** Readings as a device sends them in JSON, over HTTP and MQTT. */
public record ReadingMessage(@Nullable List<@Nullable Reading> readings) {

    /** One of them. */
    public record Reading(
            @Nullable Long sequence,
            @Nullable Instant at,
            @Nullable Map<String, @Nullable BigDecimal> values) {

        private DeviceReading checked() {
            var given = Objects.requireNonNullElse(values, Map.<String, @Nullable BigDecimal>of());
            given.forEach((quantity, value) -> Typed.required("values", value));
            return new DeviceReading(Typed.required("sequence", sequence), at, given);
        }
    }

    /** @throws org.zhuxi.kernel.Mistyped when a reading, its sequence or a value is missing */
    public List<DeviceReading> checked() {
        return Objects.requireNonNullElse(readings, List.<@Nullable Reading>of()).stream()
                .map(reading -> Typed.required("readings", reading).checked())
                .toList();
    }
}

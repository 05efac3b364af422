package org.zhuxi.sensing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a device observed of one quantity.
 *
 * @param last the newest value, null before the first
 * @param lastAt when that was
 * @param days means of the days, in the time of the community
 */
public record DeviceSeries(
        DeviceTemplate.Quantity quantity,
        long stream,
        @Nullable BigDecimal last,
        @Nullable Instant lastAt,
        Map<LocalDate, BigDecimal> days) {

    public DeviceSeries {
        days = Map.copyOf(days);
    }
}

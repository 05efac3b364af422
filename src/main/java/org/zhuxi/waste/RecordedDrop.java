package org.zhuxi.waste;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.ActivityState;

/**
 * A drop in a steward's list of the day.
 *
 * @param door how people call the door, or null when the household is not in the register any more
 * @param massKg mass in kg
 * @param estimated whether the mass is estimated from bags
 * @param outsideHours whether the station was closed at that time
 */
public record RecordedDrop(
        UUID id,
        @Nullable String door,
        WasteClass wasteClass,
        BigDecimal massKg,
        boolean estimated,
        @Nullable Grade grade,
        Instant at,
        ActivityState state,
        boolean outsideHours) {

    /** Whether it still counts. */
    public boolean counts() {
        return state == ActivityState.RECORDED || state == ActivityState.VERIFIED;
    }
}

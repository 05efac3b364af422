package org.zhuxi.waste;

import java.math.BigDecimal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What became of a drop; names the door and never a person.
 *
 * @param repeated whether it had been recorded before; then nothing was counted again
 * @param door how people call the door, such as 一区3栋502
 * @param massKg mass in kg
 * @param bags number of bags when the mass is estimated from them, or null when it was weighed
 * @param opening whether the station was open at the time of the drop
 * @param points what it earned the household, or null when it earned nothing
 * @param balance points the household has now
 */
public record DropReceipt(
        UUID id,
        boolean repeated,
        String door,
        WasteClass wasteClass,
        BigDecimal massKg,
        @Nullable Integer bags,
        Grade grade,
        Opening.State opening,
        @Nullable Long points,
        long balance) {}

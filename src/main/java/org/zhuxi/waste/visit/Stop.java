package org.zhuxi.waste.visit;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A door of a round.
 *
 * @param position from 1
 * @param door as people call it; empty when the household has left the register
 * @param outcome of the latest visit in this round, or null
 * @param lastMet day on which somebody was met here before, or null
 */
public record Stop(
        HouseholdRef household,
        int position,
        String door,
        @Nullable Outcome outcome,
        @Nullable LocalDate lastMet) {}

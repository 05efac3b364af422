package org.zhuxi.waste.visit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/** A visit as it is kept; see {@link NewVisit}. */
public record Visit(
        UUID id,
        HouseholdRef household,
        @Nullable UUID round,
        Instant at,
        LocalDate day,
        Outcome outcome,
        List<Topic> explained,
        boolean leaflet,
        boolean kit,
        @Nullable SortingSeen sorting,
        boolean mayReturn,
        @Nullable LocalDate followUpOn,
        String question,
        String note,
        UUID visitedBy) {

    public Visit {
        explained = List.copyOf(explained);
    }
}

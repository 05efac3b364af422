package org.zhuxi.waste;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * What a household brought to a station, as the steward records it.
 *
 * @param id made by the client, so that sending it again counts once
 * @param at when it was brought
 * @param note the steward's own words; may be empty
 * @param corrects the drop that this one replaces, or null
 */
public record NewDrop(
        UUID id,
        StationRef station,
        HouseholdRef household,
        WasteClass wasteClass,
        Amount amount,
        Grade grade,
        Instant at,
        String note,
        @Nullable UUID corrects) {}

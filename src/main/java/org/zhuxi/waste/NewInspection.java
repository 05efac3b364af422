package org.zhuxi.waste;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A look into bags at a station or at a door.
 *
 * @param id made by the client, so that sending it again counts once
 * @param household whose bags they are, or null when nobody knows
 * @param checked bags opened, at least one
 * @param correct of these, bags without anything of another class
 * @param at when it was done
 * @param note the inspector's own words; may be empty
 * @param evidence SHA-256 (hex) of photos uploaded before
 */
public record NewInspection(
        UUID id,
        StationRef station,
        @Nullable HouseholdRef household,
        int checked,
        int correct,
        Instant at,
        String note,
        List<String> evidence) {

    public NewInspection {
        evidence = List.copyOf(evidence);
        if (checked < 1) {
            throw new WasteRefused.Unreadable("checked", "bags-not-positive");
        }
        if (correct < 0 || correct > checked) {
            throw new WasteRefused.MoreCorrectThanChecked(correct, checked);
        }
    }
}

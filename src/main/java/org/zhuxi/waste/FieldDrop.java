package org.zhuxi.waste;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A drop as a phone kept it while there was no network: the household is what was scanned, not yet looked up.
 *
 * @param id made on the phone, so that sending it again counts once
 * @param station site of the station
 * @param card a card, a bag or a door plate, scanned or typed
 * @param at when it was brought, as far as the phone knew
 * @param clockChanged whether the phone's clock was changed in between, so that the time is an estimate
 * @param note the steward's own words; may be empty
 * @param evidence SHA-256 (hex) of photos uploaded before
 */
public record FieldDrop(
        UUID id,
        UUID station,
        String card,
        WasteClass wasteClass,
        Amount amount,
        Grade grade,
        Instant at,
        boolean clockChanged,
        String note,
        List<String> evidence) {

    public FieldDrop {
        evidence = List.copyOf(evidence);
    }
}

package org.zhuxi.waste;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A look into bags as a phone kept it while there was no network: the household is what was scanned, not yet looked up.
 *
 * @param id made on the phone, so that sending it again counts once
 * @param station site of the station
 * @param card a card, a bag or a door plate, scanned or typed; empty when nobody knows whose bags they are
 * @param checked bags opened
 * @param correct of these, bags without anything of another class
 * @param at when it was done, as far as the phone knew
 * @param clockChanged whether the phone's clock was changed in between, so that the time is an estimate
 * @param note the inspector's own words; may be empty
 * @param evidence SHA-256 (hex) of photos uploaded before
 */
public record FieldInspection(
        UUID id,
        UUID station,
        String card,
        int checked,
        int correct,
        Instant at,
        boolean clockChanged,
        String note,
        List<String> evidence) {

    public FieldInspection {
        evidence = List.copyOf(evidence);
    }
}

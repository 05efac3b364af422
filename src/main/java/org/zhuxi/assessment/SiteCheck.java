package org.zhuxi.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What one assessor saw on site.
 *
 * @param round 0 at first, one more each time it is checked again
 * @param findings by code of the criterion
 * @param clockChanged whether the time is an estimate
 * @param evidence names of photos
 */
public record SiteCheck(
        UUID id,
        int round,
        UUID assessor,
        Instant checkedAt,
        boolean clockChanged,
        String note,
        List<String> evidence,
        Map<String, Seen> findings,
        Instant receivedAt) {

    public SiteCheck {
        evidence = List.copyOf(evidence);
        findings = Map.copyOf(findings);
    }

    /**
     * What was seen of one criterion.
     *
     * @param defects how many were counted; 0 when none
     * @param note in words; may be empty
     */
    public record Seen(boolean met, int defects, String note) {}
}

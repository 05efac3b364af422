package org.zhuxi.assessment;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What an assessor saw, as a phone sends it.
 *
 * @param id made on the phone, so that sending again counts once
 * @param account who recorded it
 * @param findings by code of the criterion
 * @param evidence names of photos that were sent before
 */
public record NewSiteCheck(
        UUID id,
        UUID account,
        UUID assessment,
        Instant checkedAt,
        boolean clockChanged,
        String note,
        List<String> evidence,
        Map<String, SiteCheck.Seen> findings) {

    public NewSiteCheck {
        evidence = List.copyOf(evidence);
        findings = Map.copyOf(findings);
    }
}

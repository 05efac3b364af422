package org.zhuxi.activity;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about a record.
 *
 * @param waits why it waited for a reviewer, or null when it never did
 * @param verifiedBy RULE, SAMPLE or REVIEW, or null while it is not verified
 * @param decisions oldest first
 * @param supersededBy the record that corrects this one, or null
 */
public record ActivityDetail(
        Activity activity,
        @Nullable ReviewReason waits,
        @Nullable String verifiedBy,
        List<EvidenceFile> evidence,
        List<Decision> decisions,
        @Nullable UUID supersededBy) {

    public ActivityDetail {
        evidence = List.copyOf(evidence);
        decisions = List.copyOf(decisions);
    }
}

package org.zhuxi.activity;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A record as somebody files it.
 *
 * @param id made by the client
 * @param kind code of the kind
 * @param place code of the community or of a place in it
 * @param quantities by the kind's quantity codes, such as {@code mass}
 * @param evidence SHA-256 (hex) of files uploaded before
 * @param supersedes the record this one corrects, or null
 */
public record Submission(
        UUID id,
        String kind,
        String place,
        @Nullable UUID household,
        @Nullable UUID site,
        Instant occurredAt,
        Map<String, Measured> quantities,
        @Nullable String grade,
        @Nullable String note,
        List<String> evidence,
        @Nullable UUID supersedes) {

    public Submission {
        quantities = Map.copyOf(quantities);
        evidence = List.copyOf(evidence);
    }
}

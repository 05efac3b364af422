package org.zhuxi.activity;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A record as everybody may see it: without the household, the people and the files.
 *
 * @param community whose record it is; nothing more precise is told
 * @param verifiedBy RULE, SAMPLE or REVIEW, or null while it is not verified
 * @param fingerprint SHA-256 of its content, in hex
 * @param decidedAt when people decided about it last, or null
 */
public record PublicRecord(
        UUID id,
        Kind kind,
        Names community,
        PlacePath place,
        LocalDate day,
        List<Amount> amounts,
        @Nullable String grade,
        ActivityState state,
        @Nullable String verifiedBy,
        Instant recordedAt,
        @Nullable Instant decidedAt,
        int evidence,
        String fingerprint,
        Origin origin) {

    public PublicRecord {
        amounts = List.copyOf(amounts);
    }
}

package org.zhuxi.activity;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;

/**
 * Something that happened, as it was recorded; never edited.
 *
 * @param id made by the client, so that sending it again counts once
 * @param kind code of its kind, such as {@code waste.drop.kitchen}
 * @param place path of the place it was filed for
 * @param household who did it, or null when it belongs to no household
 * @param site where it was done, or null
 * @param occurredAt when it happened
 * @param localDate the day in the community's zone on which it happened
 * @param quantities how much, each in the base unit of the kind's quantity
 * @param grade quality by the kind's own scale, such as A; or null
 * @param recordedBy account that filed it
 * @param recordedAt when it was taken in
 * @param supersedes the record that this one corrects, or null
 */
public record Activity(
        UUID id,
        CommunityId community,
        String kind,
        PlacePath place,
        @Nullable UUID household,
        @Nullable UUID site,
        Instant occurredAt,
        LocalDate localDate,
        Map<String, BigDecimal> quantities,
        @Nullable String grade,
        @Nullable String note,
        UUID recordedBy,
        Instant recordedAt,
        ActivityState state,
        @Nullable UUID supersedes) {

    public Activity {
        quantities = Map.copyOf(quantities);
    }
}

package org.zhuxi.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A request as staff knows it. Everybody may know the rest, but not {@code code} and {@code words}: pages and programs show
 * {@code publicWords}.
 *
 * @param code opens it for whoever reported it
 * @param place code of the community, building or site; never of a dwelling
 * @param words as typed, for staff alone
 * @param publicWords what everybody may read; null until somebody has released it
 * @param where a few words on where exactly, for staff alone
 * @param respondDue last working day on which somebody has to get in touch or dispatch it
 * @param due last working day for the answer
 * @param escalatedOn since when a higher level watches it
 * @param echoes how many said that they saw it too
 * @param resolved what was said at the call-back; null before, or when nobody was reached
 */
public record ServiceRequest(
        CommunityId community,
        UUID id,
        String code,
        String place,
        PlacePath path,
        String service,
        String words,
        @Nullable String publicWords,
        String where,
        @Nullable GeoPoint location,
        RequestSource source,
        RequestState state,
        Instant receivedAt,
        LocalDate receivedOn,
        LocalDate respondDue,
        LocalDate due,
        @Nullable Instant respondedAt,
        @Nullable Instant answeredAt,
        @Nullable UUID answeredBy,
        @Nullable Instant closedAt,
        @Nullable LocalDate escalatedOn,
        String office,
        @Nullable UUID assignee,
        @Nullable UUID mergedInto,
        int echoes,
        @Nullable Boolean resolved,
        @Nullable Satisfaction satisfaction,
        @Nullable UUID client,
        Origin origin) {

    /** Longest description, in characters. */
    public static final int WORDS = 4_000;

    /** Longest words of a step, in characters. */
    public static final int STEP = 2_000;

    /** Longest short texts, in characters. */
    public static final int SHORT = 300;

    /** Most photos of one report. */
    public static final int PHOTOS = 3;

    /** Whether an answer is owed and its day has passed. */
    public boolean isLate(LocalDate today) {
        return state.isOwed() && today.isAfter(due);
    }
}

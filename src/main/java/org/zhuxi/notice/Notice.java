package org.zhuxi.notice;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * Something a community tells its people (公告).
 *
 * @param audience the community, quarter or building it is for
 * @param title in Chinese twice when nobody wrote it in English
 * @param body plain text, likewise
 * @param english whether there is English
 * @param from first day on which it is shown
 * @param until last day, or null
 * @param version rises with every change
 * @param publishedAt null while it is a draft
 * @param withdrawnAt null unless it was withdrawn
 * @param withdrawalReason why; otherwise empty
 */
public record Notice(
        CommunityId community,
        UUID id,
        PlacePath audience,
        Names title,
        Names body,
        boolean english,
        boolean pinned,
        LocalDate from,
        @Nullable LocalDate until,
        int version,
        UUID draftedBy,
        Instant draftedAt,
        @Nullable Instant publishedAt,
        @Nullable Instant withdrawnAt,
        String withdrawalReason) {

    /** How far it has come. */
    public enum State {
        DRAFT,
        PUBLISHED,
        WITHDRAWN
    }

    public State state() {
        if (withdrawnAt != null) {
            return State.WITHDRAWN;
        }
        return publishedAt == null ? State.DRAFT : State.PUBLISHED;
    }

    /** Whether it is shown on a day. */
    public boolean isShownOn(LocalDate day) {
        return state() == State.PUBLISHED && !day.isBefore(from) && (until == null || !day.isAfter(until));
    }
}

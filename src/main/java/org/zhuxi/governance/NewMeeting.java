package org.zhuxi.governance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A meeting as somebody calls it. @param place code of a community, quarter or building; of the idea when null */
public record NewMeeting(
        @Nullable String place,
        @Nullable UUID idea,
        @Nullable UUID venue,
        @Nullable MeetingKind kind,
        @Nullable String title,
        @Nullable Instant startsAt,
        @Nullable String agenda,
        @Nullable Boolean online) {}

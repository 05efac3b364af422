package org.zhuxi.governance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the minutes of a meeting said before they were corrected or the meeting was struck off.
 *
 * @param number 1 for the first
 * @param reason why it was changed
 * @param minutes words as they stood before, as are the numbers
 * @param at when it was changed
 */
public record MeetingRevision(
        UUID meeting,
        int number,
        String reason,
        String minutes,
        int personsOnSite,
        int personsOnline,
        @Nullable Integer satisfied,
        @Nullable Integer neutral,
        @Nullable Integer dissatisfied,
        Instant at) {}

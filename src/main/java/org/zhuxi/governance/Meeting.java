package org.zhuxi.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A meeting, planned or held.
 *
 * @param checkIn code on the poster with which people sign in
 * @param personsOnSite how many came, by the list at the door
 * @param personsOnline how many took part online
 * @param satisfied how many were satisfied, in an evaluation; null otherwise
 */
public record Meeting(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        @Nullable UUID venue,
        @Nullable UUID idea,
        MeetingKind kind,
        String title,
        Instant startsAt,
        LocalDate heldOn,
        String agenda,
        String checkIn,
        boolean online,
        String minutes,
        int personsOnSite,
        int personsOnline,
        @Nullable Integer satisfied,
        @Nullable Integer neutral,
        @Nullable Integer dissatisfied,
        State state,
        Origin origin,
        int signedIn) {

    /** How far it has come. */
    public enum State {
        PLANNED("已通知", "Announced", "primary"),
        HELD("已召开", "Held", "success"),
        CANCELLED("已取消", "Cancelled", "warning");

        private final Names names;
        private final String tone;

        State(String zh, String en, String tone) {
            this.names = new Names(zh, en);
            this.tone = tone;
        }

        public Names names() {
            return names;
        }

        public String tone() {
            return tone;
        }
    }
}

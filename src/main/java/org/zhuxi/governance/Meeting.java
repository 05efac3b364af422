package org.zhuxi.governance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** Numbers in its minutes by the name of their field, in order; those of satisfaction in an evaluation alone. */
    public Map<String, @Nullable Integer> numbers() {
        var numbers = new LinkedHashMap<String, @Nullable Integer>();
        numbers.put("personsOnSite", personsOnSite);
        numbers.put("personsOnline", personsOnline);
        if (kind == MeetingKind.EVALUATION) {
            numbers.put("satisfied", satisfied);
            numbers.put("neutral", neutral);
            numbers.put("dissatisfied", dissatisfied);
        }
        return numbers;
    }

    /** How far it has come. */
    public enum State {
        PLANNED("已通知", "Announced", "primary"),
        HELD("已召开", "Held", "success"),
        CANCELLED("已取消", "Cancelled", "warning"),
        /** It was not held as its minutes say, or not at all; they stay readable and count for nothing. */
        STRUCK("已作废", "Struck off", "danger");

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

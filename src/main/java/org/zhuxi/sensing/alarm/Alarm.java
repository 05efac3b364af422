package org.zhuxi.sensing.alarm;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * An alarm of one device by one rule.
 *
 * @param beganAt when the condition began, by the time of the readings
 * @param value the reading that raised it; null where no reading is the alarm
 * @param overAt when it was over, null while it stands
 */
public record Alarm(
        UUID id,
        CommunityId community,
        UUID rule,
        String deviceCode,
        String deviceName,
        PlacePath path,
        Instant beganAt,
        @Nullable BigDecimal value,
        Instant raisedAt,
        @Nullable Instant acknowledgedAt,
        @Nullable Instant escalatedAt,
        @Nullable Instant overAt,
        Origin origin) {

    /** Where an alarm stands. */
    public enum State {
        /** Nobody has taken it in hand. */
        RAISED,
        /** Nobody took it in hand in time; the subdistrict sees it. */
        ESCALATED,
        ACKNOWLEDGED,
        OVER;

        /** Message key of its name. */
        public String label() {
            return "sensing.alarm.state." + name().toLowerCase(Locale.ROOT);
        }
    }

    public State state() {
        if (overAt != null) {
            return State.OVER;
        }
        if (acknowledgedAt != null) {
            return State.ACKNOWLEDGED;
        }
        return escalatedAt == null ? State.RAISED : State.ESCALATED;
    }
}

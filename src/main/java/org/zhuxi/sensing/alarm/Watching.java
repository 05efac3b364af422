package org.zhuxi.sensing.alarm;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a rule knows of one device. Readings are stepped through in the order of their times.
 *
 * @param holdsSince since when the condition holds, null while it does not
 * @param isRaised whether an alarm stands
 * @param overAt when the last alarm was over
 */
public record Watching(
        @Nullable Instant holdsSince,
        boolean isRaised,
        @Nullable Instant overAt) {

    /** Before the first reading. */
    public static final Watching START = new Watching(null, false, null);

    /**
     * After a reading. An alarm is raised when the condition has held for the rule's time and the silence after the last one has
     * passed; it is over when a value is back on the good side, or the hours of the rule have ended.
     *
     * @param hour of the day in the time of the community
     */
    public Watching after(AlarmRule rule, Instant at, BigDecimal value, int hour) {
        if (isRaised) {
            return rule.isOn(hour) && !rule.isBack(value) ? this : new Watching(null, false, at);
        }
        return !rule.isOn(hour) || !rule.isBeyond(value)
                ? new Watching(null, false, overAt)
                : holding(rule, holdsSince == null ? at : holdsSince, at);
    }

    /** After looking at a device that sent its last message then. */
    public Watching afterSilence(AlarmRule rule, Instant lastMessage, Instant now) {
        var isSilent = !lastMessage.plus(Duration.ofMinutes(rule.forMinutes())).isAfter(now);
        if (isRaised) {
            return isSilent ? this : new Watching(null, false, now);
        }
        return isSilent ? holding(rule, lastMessage, now) : new Watching(null, false, overAt);
    }

    private Watching holding(AlarmRule rule, Instant since, Instant at) {
        var isLong = !since.plus(Duration.ofMinutes(rule.forMinutes())).isAfter(at);
        var isQuiet = overAt != null
                && overAt.plus(Duration.ofMinutes(rule.quietMinutes())).isAfter(at);
        return new Watching(since, isLong && !isQuiet, overAt);
    }
}

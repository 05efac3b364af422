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
 * When an alarm is raised.
 *
 * @param path devices at or below are watched
 * @param template the kind of device that is watched
 * @param quantity what of it; empty where no reading is the alarm
 * @param threshold in the unit of the template; null where no reading is the alarm
 * @param backAt the value at which it is over again, on the good side of the threshold or the threshold itself
 * @param forMinutes how long the condition must hold
 * @param fromHour first hour of the day at which it counts, in the time of the community; null for all day
 * @param toHour the hour at which it counts no more; smaller than {@code fromHour} across midnight
 * @param quietMinutes how long after one is over no other is raised
 * @param escalateMinutes after which one that nobody took in hand goes to the subdistrict
 */
public record AlarmRule(
        UUID id,
        CommunityId community,
        String place,
        PlacePath path,
        String template,
        Condition condition,
        String quantity,
        @Nullable BigDecimal threshold,
        @Nullable BigDecimal backAt,
        int forMinutes,
        @Nullable Integer fromHour,
        @Nullable Integer toHour,
        int quietMinutes,
        int escalateMinutes,
        Instant addedAt,
        @Nullable Instant retiredAt,
        Origin origin) {

    /** What is wrong when the alarm is raised. */
    public enum Condition {
        ABOVE,
        BELOW,
        /** No message has come for so long. */
        SILENT;

        /** Message key of its name. */
        public String label() {
            return "sensing.alarm.condition." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether a value is beyond the threshold. */
    public boolean isBeyond(BigDecimal value) {
        return threshold != null
                && switch (condition) {
                    case ABOVE -> value.compareTo(threshold) > 0;
                    case BELOW -> value.compareTo(threshold) < 0;
                    case SILENT -> false;
                };
    }

    /** Whether a value is good again. */
    public boolean isBack(BigDecimal value) {
        return backAt == null
                || switch (condition) {
                    case ABOVE -> value.compareTo(backAt) <= 0;
                    case BELOW -> value.compareTo(backAt) >= 0;
                    case SILENT -> true;
                };
    }

    /** Whether the rule counts at this hour of the day. */
    public boolean isOn(int hour) {
        if (fromHour == null || toHour == null || fromHour.equals(toHour)) {
            return true;
        }
        return fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
    }
}

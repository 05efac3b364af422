package org.zhuxi.sensing.alarm;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that became of an alarm.
 *
 * @param by the account of whoever did it; null when the program did
 * @param words what that person wrote
 */
public record AlarmStep(Kind kind, Instant at, @Nullable UUID by, String words) {

    /** What it is. */
    public enum Kind {
        RAISED,
        ACKNOWLEDGED,
        ESCALATED,
        OVER,
        RULE_RETIRED,
        DEVICE_RETIRED;

        /** Message key of its name. */
        public String label() {
            return "sensing.alarm.step." + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}

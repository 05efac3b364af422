package org.zhuxi.notice;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A household to be called on a day.
 *
 * @param label how people call its door
 * @param station it is reminded of
 * @param outcome null before the call
 */
public record ReminderCall(
        HouseholdRef household,
        String label,
        UUID station,
        @Nullable Outcome outcome) {

    /** How a call went. */
    public enum Outcome {
        DONE,
        NO_ANSWER,
        /** Somebody should look in. */
        NEEDS_HELP
    }
}

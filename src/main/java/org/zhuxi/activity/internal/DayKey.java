package org.zhuxi.activity.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityRefused;

/** Where a list by day was left off. */
record DayKey(LocalDate day, UUID id) {

    private static final String SEPARATOR = "_";

    static DayKey of(Activity activity) {
        return new DayKey(activity.localDate(), activity.id());
    }

    static @Nullable DayKey parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var parts = text.split(SEPARATOR, 2);
        try {
            return new DayKey(LocalDate.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ActivityRefused.Unreadable("after");
        }
    }

    @Override
    public String toString() {
        return day + SEPARATOR + id;
    }
}

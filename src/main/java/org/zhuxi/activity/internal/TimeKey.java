package org.zhuxi.activity.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityRefused;

/** Where a list by time of recording was left off. */
record TimeKey(Instant at, UUID id) {

    private static final String SEPARATOR = "_";

    static TimeKey of(Activity activity) {
        return new TimeKey(activity.recordedAt(), activity.id());
    }

    static @Nullable TimeKey parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        var parts = text.split(SEPARATOR, 2);
        try {
            return new TimeKey(Instant.parse(parts[0]), UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw new ActivityRefused.Unreadable("after");
        }
    }

    @Override
    public String toString() {
        return at + SEPARATOR + id;
    }
}

package org.zhuxi.platform.key;

import java.time.LocalDate;
import java.time.Period;

/**
 * Where a key stands in its life (NIST SP 800-57 part 1).
 *
 * @param message key of the words that say what it is for
 * @param file its name in the folder of keys
 * @param since the day (UTC) from which it is in use
 * @param next what happens to it next
 * @param on when that is due
 */
public record KeyLife(String message, String file, LocalDate since, Next next, LocalDate on) {

    private static final int DAYS_TO_REVIEW = 30;

    /** What happens to a key. */
    public enum Next {
        /** It is active, and another one takes its place. */
        RENEWAL,
        /** It is active as long as what it belongs to; somebody looks at it again. */
        REVIEW,
        /** It is deactivated: it only reads, and goes. */
        DESTRUCTION
    }

    /** A key that has no end by itself: it is looked at again and again, and each time is told of for thirty days. */
    public static KeyLife reviewed(String message, KeyFile key, Period every, LocalDate today) {
        var since = key.since();
        var on = since.plus(every);
        while (on.plusDays(DAYS_TO_REVIEW).isBefore(today)) {
            on = on.plus(every);
        }
        return new KeyLife(message, String.valueOf(key.file().getFileName()), since, Next.REVIEW, on);
    }

    public boolean isDue(LocalDate today) {
        return !on.isAfter(today);
    }
}

package org.zhuxi.notice.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Refused;
import org.zhuxi.notice.Notice;

/** Where a page of shown notices ended: pinned ones first, then the latest. */
record ShownKey(boolean pinned, LocalDate from, UUID id) {

    private static final ShownKey BEGINNING = new ShownKey(true, LocalDate.of(9999, 1, 1), new UUID(-1, -1));

    static String of(Notice last) {
        return (last.pinned() ? "p" : "n") + "." + last.from() + "." + last.id();
    }

    static ShownKey parse(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return BEGINNING;
        }
        try {
            var parts = text.split("\\.", 3);
            return new ShownKey(parts[0].equals("p"), LocalDate.parse(parts[1]), UUID.fromString(parts[2]));
        } catch (DateTimeException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new Refused.NotFound(text);
        }
    }
}

package org.zhuxi.compost.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.Refused;

/** Where a page of entries begins: after this day and id. */
record EntryKey(LocalDate day, UUID id) {

    private static final int DAY = 10;

    /** @throws Refused.NotFound when it is no key */
    static EntryKey parse(String text) {
        try {
            return new EntryKey(LocalDate.parse(text.substring(0, DAY)), UUID.fromString(text.substring(DAY + 1)));
        } catch (DateTimeException | IllegalArgumentException | IndexOutOfBoundsException e) {
            throw new Refused.NotFound(text);
        }
    }

    @Override
    public String toString() {
        return day + "_" + id;
    }
}

package org.zhuxi.waste.internal.chain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.Refused;

/** Where a list by day goes on, written {@code <day>.<id>}. */
record ChainKey(LocalDate day, UUID id) {

    /** Refuses what is not a key. */
    static ChainKey parse(String text) {
        var dot = text.indexOf('.');
        try {
            return new ChainKey(LocalDate.parse(text.substring(0, dot)), UUID.fromString(text.substring(dot + 1)));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException | DateTimeException e) {
            throw new Refused.NotFound(text);
        }
    }

    @Override
    public String toString() {
        return day + "." + id;
    }
}

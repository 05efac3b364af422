package org.zhuxi.waste.internal.chain;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.chain.ChainRefused;
import org.zhuxi.waste.chain.CollectionFilter;

/** Reads a filter of collections from an address. */
final class CollectionQuery {

    private CollectionQuery() {}

    static CollectionFilter read(Map<String, String> query) {
        return new CollectionFilter(
                wasteClass(query.get("class")),
                blankToNull(query.get("facility")),
                blankToNull(query.get("plate")),
                day("from", query.get("from")),
                day("to", query.get("to")),
                only(query.get("only")));
    }

    static @Nullable WasteClass wasteClass(@Nullable String code) {
        return code == null || code.isBlank()
                ? null
                : WasteClass.find(code)
                        .orElseThrow(() -> new ChainRefused.Unreadable("class", "chain-class", BatchReader.text(code)));
    }

    static @Nullable LocalDate day(String field, @Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            var day = LocalDate.parse(text.strip());
            if (day.getYear() >= 1900 && day.getYear() <= 9998) {
                return day;
            }
        } catch (DateTimeException e) {
            // told below
        }
        throw new ChainRefused.Unreadable(field, "day-unreadable", text);
    }

    private static CollectionFilter.Only only(@Nullable String text) {
        return Arrays.stream(CollectionFilter.Only.values())
                .filter(it -> it.name().equals(text))
                .findFirst()
                .orElse(CollectionFilter.Only.ALL);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}

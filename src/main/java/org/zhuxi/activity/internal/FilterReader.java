package org.zhuxi.activity.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivityFilter;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Reads a filter from the query of an address: place (code or path), kind, state, household, site, from, to. */
@Component
class FilterReader {

    private final Places places;

    FilterReader(Places places) {
        this.places = places;
    }

    ActivityFilter read(Map<String, String> query) {
        return new ActivityFilter(
                place(query.get("place")),
                read(query, "kind", Function.identity()),
                read(query, "state", text -> ActivityState.valueOf(text.toUpperCase(Locale.ROOT))),
                read(query, "household", UUID::fromString),
                read(query, "site", UUID::fromString),
                read(query, "from", LocalDate::parse),
                read(query, "to", LocalDate::parse));
    }

    /** The path of a place named by its code or its path; null for none. */
    @Nullable
    PlacePath place(@Nullable String codeOrPath) {
        if (codeOrPath == null || codeOrPath.isBlank()) {
            return null;
        }
        var text = codeOrPath.strip();
        var place = text.startsWith("/") ? places.findByPath(path(text)) : places.findByCode(text);
        return place.map(Place::path).orElseThrow(() -> new Refused.NotFound(text));
    }

    @Nullable
    LocalDate day(@Nullable String text, String field) {
        return text == null ? null : read(Map.of(field, text), field, LocalDate::parse);
    }

    private static PlacePath path(String text) {
        try {
            return new PlacePath(text);
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(text);
        }
    }

    private static <T> @Nullable T read(Map<String, String> query, String field, Function<String, T> reading) {
        var text = query.get(field);
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return reading.apply(text.strip());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new ActivityRefused.Unreadable(field);
        }
    }
}

package org.zhuxi.exchange.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.exchange.ExchangeRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.place.Place;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.ExportSource;

/** Reads what an export is asked for. */
@Component
class ExportPlace {

    private final WorkPlaces work;

    ExportPlace(WorkPlaces work) {
        this.work = work;
    }

    /** The place with that code; without a code the widest of those where the actor may have the table, or any table. */
    Place choose(Actor actor, @Nullable ExportSource source, @Nullable String code) {
        var permission = source == null ? null : source.permission();
        return permission == null ? work.ofAny(actor, code) : work.of(actor, permission, code);
    }

    ExportSource.Scope scope(Place place, @Nullable String from, @Nullable String to) {
        return new ExportSource.Scope(place.path(), day("from", from), day("to", to));
    }

    private static @Nullable LocalDate day(String field, @Nullable String typed) {
        try {
            return typed == null || typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            throw new ExchangeRefused.NoDay(field, typed);
        }
    }
}

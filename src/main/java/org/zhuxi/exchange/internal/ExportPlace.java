package org.zhuxi.exchange.internal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.exchange.ExchangeRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.table.ExportSource;

/** Reads what an export is asked for. */
@Component
class ExportPlace {

    private final Places places;

    ExportPlace(Places places) {
        this.places = places;
    }

    /** The place with that code; without a code the widest of those where the actor may have the table. */
    Place choose(Actor actor, @Nullable ExportSource source, @Nullable String code) {
        if (code != null && !code.isBlank()) {
            return places.findByCode(code.strip()).orElseThrow(() -> new Refused.NotFound(code));
        }
        var permission = source == null ? null : source.permission();
        return actor.grants().stream()
                .filter(grant -> permission == null || permission.roles().contains(grant.role()))
                .map(Grant::place)
                .min(Comparator.comparingInt((PlacePath path) -> path.value().length()))
                .or(() -> permission == null ? java.util.Optional.of(PlacePath.NATION) : java.util.Optional.empty())
                .flatMap(places::findByPath)
                .orElseThrow(() -> new Refused.Forbidden(permission == null ? "place" : permission.code()));
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

package org.zhuxi.points.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Refused;
import org.zhuxi.points.NewQuarantine;
import org.zhuxi.points.PointsRefused;

/** What was typed so far to withhold what a source recorded. */
public record QuarantineForm(String place, String from, String to, String recorder, String reason) {

    static QuarantineForm of(
            @Nullable String place,
            @Nullable String from,
            @Nullable String to,
            @Nullable String recorder,
            @Nullable String reason) {
        return new QuarantineForm(
                Forms.text(place), Forms.text(from), Forms.text(to), Forms.text(recorder), Forms.text(reason));
    }

    Instant start() {
        return moment("from", from);
    }

    Instant end() {
        return moment("to", to);
    }

    UUID source() {
        try {
            return UUID.fromString(recorder);
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(recorder);
        }
    }

    private static Instant moment(String field, String typed) {
        try {
            return LocalDateTime.parse(typed).atZone(QuarantinePages.ZONE).toInstant();
        } catch (DateTimeException e) {
            throw new PointsRefused.BadRange(field, NewQuarantine.MOST_DAYS);
        }
    }
}

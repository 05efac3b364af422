package org.zhuxi.request.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.request.ServiceRequest;

/** Requests as rows of tables: what everybody may have, and what staff has. */
final class RequestRows {

    static final String[] HEADS = {
        "id",
        "place",
        "service",
        "state",
        "words",
        "latitude",
        "longitude",
        "source",
        "received_on",
        "due_on",
        "closed_at",
        "late",
        "echoes",
        "resolved",
        "satisfaction",
        "origin"
    };

    static final String[] INSIDE = {
        "id",
        "place",
        "service",
        "state",
        "words",
        "latitude",
        "longitude",
        "source",
        "received_on",
        "due_on",
        "closed_at",
        "late",
        "echoes",
        "resolved",
        "satisfaction",
        "origin",
        "words_inside",
        "where",
        "office"
    };

    private RequestRows() {}

    static @Nullable Object[] cells(ServiceRequest it, LocalDate today) {
        var location = it.location();
        return new @Nullable Object[] {
            it.id(),
            it.place(),
            it.service(),
            it.state().name(),
            it.publicWords(),
            location == null ? null : location.latitude(),
            location == null ? null : location.longitude(),
            it.source().name(),
            it.receivedOn(),
            it.due(),
            it.closedAt(),
            it.isLate(today),
            (long) it.echoes(),
            it.resolved(),
            it.satisfaction() == null ? null : it.satisfaction().name(),
            it.origin().name()
        };
    }

    static @Nullable Object[] inside(ServiceRequest it, LocalDate today) {
        var outside = cells(it, today);
        var all = java.util.Arrays.copyOf(outside, INSIDE.length);
        all[HEADS.length] = it.words();
        all[HEADS.length + 1] = it.where();
        all[HEADS.length + 2] = it.office();
        return all;
    }
}

package org.zhuxi.request.internal;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Typed;
import org.zhuxi.platform.web.Links;
import org.zhuxi.request.RequestFilter;
import org.zhuxi.request.RequestState;

/** Filters of lists of requests as they stand in addresses; what cannot be read filters nothing. */
final class RequestQuery {

    private static final int LONGEST = 100;

    private RequestQuery() {}

    /** @param own the reader, for <em>mine</em>; null for visitors */
    static RequestFilter read(Map<String, String> query, @Nullable UUID own) {
        var words = Typed.text(query.get("q")).replace("\0", "");
        return new RequestFilter(
                words.length() > LONGEST ? words.substring(0, LONGEST) : words,
                Typed.text(query.get("service")).replace("\0", ""),
                Typed.find(RequestState.class, query.get("state")).orElse(null),
                isOn(query, "open"),
                isOn(query, "late"),
                isOn(query, "mine") ? own : null);
    }

    private static boolean isOn(Map<String, String> query, String name) {
        return !Typed.text(query.get(name)).isEmpty();
    }

    /** The list with these filters, from a row on. */
    static String link(String path, String place, RequestFilter filter, @Nullable String after) {
        var state = filter.state();
        return Links.to(
                path,
                "place",
                place,
                "q",
                filter.words(),
                "service",
                filter.service(),
                "state",
                state == null ? "" : state.name(),
                "open",
                filter.open() ? "on" : "",
                "late",
                filter.late() ? "on" : "",
                "mine",
                filter.assignee() == null ? "" : "on",
                "after",
                Objects.requireNonNullElse(after, ""));
    }
}

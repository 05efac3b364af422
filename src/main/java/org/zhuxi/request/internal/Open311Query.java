package org.zhuxi.request.internal;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.request.internal.Open311Store.Wanted;

/** Parameters of Open311 calls; what is there and empty counts as missing. */
record Open311Query(MultiValueMap<String, String> parameters) {

    private static final Duration SPAN = Duration.ofDays(90);
    private static final int MOST = 1_000;
    private static final int MOST_IDS = 200;

    @Nullable
    String find(String name) {
        var value = parameters.getFirst(name);
        return value == null || value.isBlank() || value.indexOf('\0') >= 0 ? null : value.strip();
    }

    String get(String name) {
        var value = find(name);
        if (value == null) {
            throw new Open311Refused.Missing(name);
        }
        return value;
    }

    List<String> list(String name) {
        var value = find(name);
        return value == null
                ? List.of()
                : Arrays.stream(value.split(",")).map(String::strip).toList();
    }

    List<UUID> ids(String name) {
        var ids = list(name);
        if (ids.size() > MOST_IDS) {
            throw new Open311Refused.Unreadable(name);
        }
        return ids.stream().filter(Open311Query::isId).map(UUID::fromString).toList();
    }

    static boolean isId(String text) {
        return text.matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    }

    private @Nullable Instant moment(String name) {
        var value = find(name);
        try {
            // a plus sign that was not encoded arrives as a blank
            return value == null
                    ? null
                    : OffsetDateTime.parse(value.replace(' ', '+')).toInstant();
        } catch (DateTimeException e) {
            throw new Open311Refused.Unreadable(name);
        }
    }

    /** The last ninety days when nothing is asked for; never more than ninety days. */
    Wanted wanted(PlacePath at, Instant now) {
        var start = moment("start_date");
        var end = moment("end_date");
        var to = end != null ? end : start != null ? start.plus(SPAN) : now;
        var from = start != null ? start : to.minus(SPAN);
        if (from.isAfter(to) || Duration.between(from, to).compareTo(SPAN) > 0) {
            throw new Open311Refused.Unreadable("end_date");
        }
        return new Wanted(at, list("service_code"), closed(), from, to);
    }

    private @Nullable Boolean closed() {
        var asked = list("status");
        if (!List.of("open", "closed").containsAll(asked)) {
            throw new Open311Refused.Unreadable("status");
        }
        return asked.isEmpty() || asked.size() > 1 ? null : (Boolean) asked.contains("closed");
    }

    int pageSize() {
        return whole("page_size", MOST, 1, MOST);
    }

    int skipped() {
        return Math.multiplyExact(whole("page", 1, 1, 10_000) - 1, pageSize());
    }

    private int whole(String name, int otherwise, int least, int most) {
        var value = find(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.matches("\\d{1,6}") || Integer.parseInt(value) < least || Integer.parseInt(value) > most) {
            throw new Open311Refused.Unreadable(name);
        }
        return Integer.parseInt(value);
    }
}

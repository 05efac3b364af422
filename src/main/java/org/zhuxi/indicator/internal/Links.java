package org.zhuxi.indicator.internal;

import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.zhuxi.indicator.ReportPeriod;

/** Addresses of this module's pages. */
public final class Links {

    private Links() {}

    /** @param query names and values, in turn; what is empty is left out */
    public static String to(String path, String... query) {
        var address = UriComponentsBuilder.fromPath(path);
        IntStream.range(0, query.length / 2)
                .filter(i -> !query[2 * i + 1].isEmpty())
                .forEach(i -> address.queryParam(query[2 * i], "{" + i + "}"));
        return address.encode()
                .buildAndExpand(IntStream.range(0, query.length / 2)
                        .boxed()
                        .collect(java.util.stream.Collectors.toMap(String::valueOf, i -> query[2 * i + 1])))
                .toUriString();
    }

    /** @param period null for the latest */
    public static String indicator(String code, String place, @Nullable ReportPeriod period) {
        return to("/indicators/" + code, "place", place, "period", period == null ? "" : period.code());
    }
}

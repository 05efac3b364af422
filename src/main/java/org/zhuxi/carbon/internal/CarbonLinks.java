package org.zhuxi.carbon.internal;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses with what a list is narrowed to. */
public final class CarbonLinks {

    private CarbonLinks() {}

    /** @param query names and values in turn; empty values are left out */
    public static String to(String path, String... query) {
        var address = UriComponentsBuilder.fromPath(path);
        for (var i = 0; i + 1 < query.length; i += 2) {
            if (!query[i + 1].isEmpty()) {
                address.queryParam(query[i], "{value}");
            }
        }
        var values = java.util.stream.IntStream.range(0, query.length / 2)
                .mapToObj(i -> query[2 * i + 1])
                .filter(value -> !value.isEmpty())
                .toArray();
        return address.encode().buildAndExpand(values).toUriString();
    }
}

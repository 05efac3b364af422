package org.zhuxi.platform.web;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.web.util.UriComponentsBuilder;

/** Addresses with a query. */
public final class Links {

    private Links() {}

    /** @param query names and values, in turn; what is empty is left out, what is special is encoded */
    public static String to(String path, String... query) {
        var address = UriComponentsBuilder.fromPath(path);
        IntStream.range(0, query.length / 2)
                .filter(i -> !query[2 * i + 1].isEmpty())
                .forEach(i -> address.queryParam(query[2 * i], "{" + i + "}"));
        return address.encode()
                .buildAndExpand(IntStream.range(0, query.length / 2)
                        .boxed()
                        .collect(Collectors.toMap(String::valueOf, i -> query[2 * i + 1])))
                .toUriString();
    }
}

package org.zhuxi.notice.internal;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses with what somebody typed. */
final class Links {

    private Links() {}

    /** @param query names and values, in turn; what is empty is left out */
    static String to(String path, String... query) {
        return path
                + IntStream.range(0, query.length / 2)
                        .filter(i -> !query[2 * i + 1].isEmpty())
                        .mapToObj(i -> query[2 * i] + "=" + URLEncoder.encode(query[2 * i + 1], StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&", "?", ""));
    }
}

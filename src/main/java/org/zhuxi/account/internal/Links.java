package org.zhuxi.account.internal;

import org.springframework.web.util.UriComponentsBuilder;

/** Addresses with what people typed in their query. */
public final class Links {

    private Links() {}

    /** @param query names and values, in turn */
    public static String to(String path, String... query) {
        var link = UriComponentsBuilder.fromPath(path);
        var values = new Object[query.length / 2];
        for (var i = 0; i < query.length; i += 2) {
            link.queryParam(query[i], "{" + i + "}");
            values[i / 2] = query[i + 1];
        }
        return link.encode().buildAndExpand(values).toUriString();
    }
}

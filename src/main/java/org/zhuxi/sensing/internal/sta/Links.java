package org.zhuxi.sensing.internal.sta;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriUtils;

/** Addresses of the service. */
final class Links {

    private Links() {}

    /** The next page: the same options with another beginning. @param query as it was sent, still escaped */
    static String next(String address, @Nullable String query, long skip) {
        var options = query == null
                ? ""
                : Arrays.stream(query.split("&", -1))
                        .filter(option ->
                                !option.isEmpty() && !option.startsWith("$skip=") && !option.startsWith("%24skip="))
                        .map(option -> option + "&")
                        .collect(Collectors.joining());
        return address + "?" + options + "$skip=" + skip;
    }

    /** An option as it stands in an address. */
    static String escaped(String option) {
        var sign = option.indexOf('=');
        return option.substring(0, sign + 1)
                + UriUtils.encodeQueryParam(option.substring(sign + 1), StandardCharsets.UTF_8)
                        .replace("&", "%26")
                        .replace("+", "%2B");
    }
}

package org.zhuxi.sensing.internal.mqtt;

import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.query.StaError;

/** A topic such as {@code v1.1/Datastreams(1)/Observations?$select=result}. @param options behind the question mark, or null */
record Topic(String path, @Nullable String options) {

    private static final String VERSION = "v1.1/";

    /** The empty path when it is none of the service, which then is not found. */
    static Topic of(String text) {
        if (!text.startsWith(VERSION)) {
            return new Topic("", null);
        }
        var mark = text.indexOf('?');
        return mark < 0
                ? new Topic(text.substring(VERSION.length()), null)
                : new Topic(text.substring(VERSION.length(), mark), text.substring(mark + 1));
    }

    /** A topic to subscribe to. */
    static Topic filter(String text) {
        if (text.contains("#") || text.contains("+")) {
            throw StaError.notOffered("Wildcards are not offered");
        }
        return of(text);
    }
}

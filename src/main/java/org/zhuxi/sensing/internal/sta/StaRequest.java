package org.zhuxi.sensing.internal.sta;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * A request to the service, from HTTP, from a batch or from MQTT.
 *
 * @param root address of the service, ending in a slash
 * @param path behind it, without a slash at the beginning
 * @param query behind the question mark, still escaped, or null
 */
@SuppressWarnings("ArrayRecordComponent")
public record StaRequest(
        String method, String root, String path, @Nullable String query, String contentType, byte[] body) {

    public static StaRequest get(String root, String path, @Nullable String query) {
        return new StaRequest("GET", root, path, query, "", new byte[0]);
    }

    public static StaRequest of(String method, String root, String path, String json) {
        return new StaRequest(method, root, path, null, "application/json", json.getBytes(StandardCharsets.UTF_8));
    }
}

package org.zhuxi.sensing.internal.sta;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** What the service answers. @param location address of what was made, or null */
@SuppressWarnings("ArrayRecordComponent")
public record StaAnswer(int status, @Nullable String location, String contentType, byte[] body) {

    static final String JSON = "application/json;charset=UTF-8";

    static StaAnswer json(byte[] body) {
        return new StaAnswer(200, null, JSON, body);
    }

    static StaAnswer text(String body) {
        return new StaAnswer(200, null, "text/plain;charset=UTF-8", body.getBytes(StandardCharsets.UTF_8));
    }

    static StaAnswer empty(int status) {
        return new StaAnswer(status, null, JSON, new byte[0]);
    }

    static StaAnswer created(String location) {
        return new StaAnswer(201, location, JSON, new byte[0]);
    }

    /** The body as text. */
    public String words() {
        return new String(body, StandardCharsets.UTF_8);
    }
}

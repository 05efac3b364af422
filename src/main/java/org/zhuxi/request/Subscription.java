package org.zhuxi.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * What somebody wants to be told of: one request, or all at a place and below, perhaps of one service.
 *
 * @param service its code; empty for all
 */
public record Subscription(@Nullable UUID request, @Nullable PlacePath place, String service) {

    /** Stable, once for each person. */
    public String subject() {
        return request != null ? request.toString() : place + " " + service;
    }
}

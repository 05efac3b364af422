package org.zhuxi.sensing.internal.mqtt;

import org.jspecify.annotations.Nullable;
import org.zhuxi.sensing.internal.store.Scribe;

/**
 * Who a connection belongs to.
 *
 * @param token the secret it came with, or null for nobody in particular
 * @param isFree whether it may do everything, as on one's own machine
 */
record Visit(@Nullable String token, boolean isFree, Scribe scribe) {

    /** Nobody in particular changes nothing, and should see at once that the token is missing. */
    boolean mayPublish() {
        return token != null || isFree;
    }

    /** Keeps clients of one account from closing the connections of another. */
    String owner() {
        return String.valueOf(scribe.actor().accountId());
    }

    @Override
    public String toString() {
        return "Visit";
    }
}

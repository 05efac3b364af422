package org.zhuxi.compost.internal;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Refused;

/** Keys as they come from outside. */
public final class Keys {

    private Keys() {}

    /** The key of the last row of the page before; what is none leads nowhere. */
    public static @Nullable UUID key(@Nullable String after) {
        return after == null || after.isBlank() ? null : id(after);
    }

    /** An id in an address. @throws Refused.NotFound when it is none */
    public static UUID id(String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            throw new Refused.NotFound(text);
        }
    }
}

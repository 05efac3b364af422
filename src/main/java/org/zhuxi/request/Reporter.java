package org.zhuxi.request;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who reported it, as far as is known; for staff alone.
 *
 * @param phone empty when none was left
 * @param verifiedAt when somebody reached the person on this number
 */
public record Reporter(
        @Nullable UUID account, String phone, @Nullable Instant verifiedAt) {

    /** Nobody is known. */
    public static final Reporter NOBODY = new Reporter(null, "", null);

    public boolean isKnown() {
        return account != null || !phone.isEmpty();
    }
}

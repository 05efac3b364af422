package org.zhuxi.account;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * A printed card with which its holder signs in on a helper's device; the number itself is not kept.
 *
 * @param place where helpers may take it
 * @param lockedAt when too many wrong PINs locked it, or null
 */
public record SignInCard(
        PlacePath place,
        OffsetDateTime issuedAt,
        @Nullable OffsetDateTime lockedAt,
        @Nullable OffsetDateTime lastUsedAt) {

    public boolean isLocked() {
        return lockedAt != null;
    }
}

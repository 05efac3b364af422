package org.zhuxi.request;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;

/**
 * A photo of a request.
 *
 * @param sha256 of the photo as it came, for staff alone
 * @param shownSha256 of the copy everybody may see; null until somebody has released one
 * @param boxes how many parts of it are covered
 */
public record RequestPhoto(
        CommunityId community,
        UUID id,
        UUID request,
        Phase phase,
        String sha256,
        String mime,
        int width,
        int height,
        @Nullable String shownSha256,
        int boxes) {

    /** Before it was done, or afterwards. */
    public enum Phase {
        BEFORE,
        AFTER
    }

    /** A part of a photo to be covered, in pixels from the upper left corner. */
    public record Box(int x, int y, int width, int height) {}

    public boolean isShown() {
        return shownSha256 != null;
    }
}

package org.zhuxi.activity;

import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A file that shows what was recorded.
 *
 * @param sha256 of the bytes that are kept, in hex; also its name
 * @param bytes how many are kept
 * @param width of a photo in pixels, as it is shown
 * @param capturedAt when the camera says it was taken, in the camera's zone
 */
public record EvidenceFile(
        String sha256,
        String mime,
        long bytes,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable LocalDateTime capturedAt) {

    public static EvidenceKind kindOf(String mime) {
        return mime.startsWith("image/") ? EvidenceKind.PHOTO : EvidenceKind.DOCUMENT;
    }

    public EvidenceKind kind() {
        return kindOf(mime);
    }
}

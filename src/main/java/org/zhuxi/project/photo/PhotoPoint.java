package org.zhuxi.project.photo;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A place to stand and look from.
 *
 * @param place code of the community
 * @param location WGS-84; null when not given
 * @param bearingDegrees where to look, clockwise from north, 0 to 359; null when not given
 * @param photos by phase and day, the latest last
 */
public record PhotoPoint(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        UUID project,
        Names name,
        @Nullable GeoPoint location,
        @Nullable Integer bearingDegrees,
        List<PointPhoto> photos,
        Origin origin) {

    public PhotoPoint {
        photos = List.copyOf(photos);
    }

    /** The latest photo of a phase, or null. */
    public @Nullable PointPhoto of(Phase phase) {
        return photos.stream()
                .filter(photo -> photo.phase() == phase)
                .reduce((first, second) -> second)
                .orElse(null);
    }

    /** The photo to stand by when the next one is taken: the latest of all, or null. */
    public @Nullable PointPhoto latest() {
        return photos.isEmpty() ? null : photos.getLast();
    }

    /** What is still to be taken; after when everything is there. */
    public Phase next() {
        for (var phase : Phase.values()) {
            if (of(phase) == null) {
                return phase;
            }
        }
        return Phase.AFTER;
    }
}

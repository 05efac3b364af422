package org.zhuxi.project.internal.photo;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.PairedPhotos;
import org.zhuxi.indicator.PhotoPair;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.project.photo.PhotoPoint;

/** Offers the points that have a photo before and one after to lines of before and after. */
@Component
class ProjectPairs implements PairedPhotos {

    private final PhotoStore points;

    ProjectPairs(PhotoStore points) {
        this.points = points;
    }

    @Override
    public List<PhotoPair> at(PlacePath place, int limit) {
        return points.list(place, limit, null).stream()
                .flatMap(point -> pair(point).stream())
                .toList();
    }

    @Override
    public List<PhotoPair> of(Collection<UUID> ids) {
        return ids.stream()
                .distinct()
                .flatMap(id -> points.find(id).stream())
                .flatMap(point -> pair(point).stream())
                .toList();
    }

    private static Optional<PhotoPair> pair(PhotoPoint point) {
        var before = point.of(Phase.BEFORE);
        var after = point.of(Phase.AFTER);
        return before == null || after == null
                ? Optional.empty()
                : Optional.of(new PhotoPair(
                        point.id(),
                        point.name(),
                        point.path(),
                        before.path(),
                        before.takenOn(),
                        after.path(),
                        after.takenOn()));
    }
}

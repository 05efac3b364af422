package org.zhuxi.project.internal.photo;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.project.photo.NewPhotoPoint;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.project.photo.PhotoPermissions;
import org.zhuxi.project.photo.PhotoPoint;
import org.zhuxi.project.photo.PhotoPoints;
import org.zhuxi.project.photo.PhotoRefused;
import org.zhuxi.project.photo.PointPhoto;

/** Photo points for programs; reading is open. */
@RestController
@RequestMapping("/api/v1/photo-points")
class PhotoPointsApi {

    private static final int PAGE = 100;

    private final PhotoPoints points;
    private final WorkPlaces work;

    PhotoPointsApi(PhotoPoints points, WorkPlaces work) {
        this.points = points;
        this.work = work;
    }

    record Items(List<PhotoPoint> items, @Nullable String next) {}

    @GetMapping
    Items list(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(required = false) @Nullable UUID project,
            @RequestParam(required = false) @Nullable UUID after) {
        if (project != null) {
            return new Items(points.ofProject(project), null);
        }
        var found = points.list(work.open(place).path(), PAGE, after);
        return new Items(found.items(), found.next());
    }

    @PutMapping("/{id}")
    PhotoPoint add(Actor actor, @PathVariable UUID id, @RequestBody NewPhotoPoint body) {
        return points.add(actor, id, body, Origin.RECORDED);
    }

    @PostMapping("/{id}/photos")
    PointPhoto take(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable Phase phase,
            @RequestParam(required = false) @Nullable LocalDate on,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        actor.require(PhotoPermissions.TAKE, points.get(id).path());
        if (file == null || file.isEmpty()) {
            throw new PhotoRefused.NoPhoto();
        }
        try (var content = file.getInputStream()) {
            return points.take(actor, id, phase, on, content);
        }
    }
}

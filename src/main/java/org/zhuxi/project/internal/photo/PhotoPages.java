package org.zhuxi.project.internal.photo;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.project.Projects;
import org.zhuxi.project.internal.Filled;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.photo.Phase;
import org.zhuxi.project.photo.PhotoPermissions;
import org.zhuxi.project.photo.PhotoPoints;
import org.zhuxi.project.photo.PhotoRefused;

/** Taking photos outdoors, with the earlier one beside; and the photos themselves. */
@Controller
class PhotoPages {

    private static final String FIELD = "/field/photo-points";
    private static final int PAGE = 20;

    private final PhotoPoints points;
    private final Projects projects;
    private final WorkPlaces work;
    private final Gate gate;

    PhotoPages(PhotoPoints points, Projects projects, WorkPlaces work, Gate gate) {
        this.points = points;
        this.projects = projects;
        this.work = work;
        this.gate = gate;
    }

    @GetMapping(FIELD)
    ModelAndView list(Actor actor, @RequestParam @Nullable String place, @RequestParam @Nullable UUID after) {
        var at = work.allowed(actor, PhotoPermissions.TAKE, place);
        return new ModelAndView("project/photo/field")
                .addObject("place", at)
                .addObject("found", points.list(at.path(), PAGE, after));
    }

    @GetMapping(FIELD + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return show(actor, id, Filled.NOTHING);
    }

    private ModelAndView show(Actor actor, UUID id, Filled filled) {
        var point = points.get(id);
        actor.require(PhotoPermissions.TAKE, point.path());
        return new ModelAndView("project/photo/take")
                .addObject("point", point)
                .addObject("project", projects.get(point.project()))
                .addObject("today", gate.today())
                .addObject("filled", filled);
    }

    @PostMapping(FIELD + "/{id}/photos")
    ModelAndView take(
            Actor actor,
            @PathVariable UUID id,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable MultipartFile file)
            throws IOException {
        actor.require(PhotoPermissions.TAKE, points.get(id).path());
        var filled = Filled.of("photo", fields);
        try {
            if (file == null || file.isEmpty()) {
                throw new PhotoRefused.NoPhoto();
            }
            try (var content = file.getInputStream()) {
                points.take(actor, id, filled.choice("phase", Phase.class), filled.day("on"), content);
            }
            return new ModelAndView("redirect:" + FIELD + "/" + id);
        } catch (Refused refused) {
            var kind = refused.problem().kind();
            if (kind == Problem.Kind.NOT_FOUND || kind == Problem.Kind.FORBIDDEN) {
                throw refused;
            }
            var page = show(actor, id, filled.with(refused));
            page.setStatus(HttpStatusCode.valueOf(kind.status()));
            return page;
        }
    }

    @PostMapping("/work/project-photos/{id}/removal")
    ModelAndView remove(Actor actor, @PathVariable UUID id, @RequestParam(defaultValue = "") String reason) {
        var point = points.remove(actor, id, reason);
        return new ModelAndView("redirect:/work/projects/" + point.project());
    }

    @GetMapping("/projects/photos/{id}")
    ResponseEntity<Resource> photo(@PathVariable UUID id) {
        var photo = points.photo(id);
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(photo.mime()))
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new FileSystemResource(Objects.requireNonNull(points.open(photo))));
    }
}

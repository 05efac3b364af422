package org.zhuxi.project.internal;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.MapSettings;
import org.zhuxi.project.ProjectParts;
import org.zhuxi.project.ProjectTypes;
import org.zhuxi.project.Projects;
import org.zhuxi.project.photo.PhotoPoints;

/** Projects for everybody: what was wrong, what was planned, what it cost, what became of it. */
@Controller
class PublicProjectPages {

    private static final int PAGE = 24;

    private final Projects projects;
    private final ProjectParts parts;
    private final ProjectTypes types;
    private final Views views;
    private final WorkPlaces work;
    private final PhotoPoints points;
    private final MapSettings tiles;
    private final Gate gate;

    PublicProjectPages(
            Projects projects,
            ProjectParts parts,
            ProjectTypes types,
            Views views,
            WorkPlaces work,
            PhotoPoints points,
            MapSettings tiles,
            Gate gate) {
        this.projects = projects;
        this.parts = parts;
        this.types = types;
        this.views = views;
        this.work = work;
        this.points = points;
        this.tiles = tiles;
        this.gate = gate;
    }

    @GetMapping("/projects")
    ModelAndView list(
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable UUID after) {
        var at = work.open(place);
        var filter = ProjectQuery.read(query);
        var found = projects.list(at.path(), filter, PAGE, after);
        return new ModelAndView("project/public-list")
                .addObject("place", at)
                .addObject("filter", filter)
                .addObject("found", found)
                .addObject("places", views.placesOf(found.items()))
                .addObject("types", types)
                .addObject("counts", projects.count(at.path()))
                .addObject("today", gate.today())
                .addObject("tiles", tiles)
                .addObject("map", ProjectQuery.link(ProjectMap.PATH, at.code(), filter, null))
                .addObject(
                        "next",
                        found.next() == null ? "" : ProjectQuery.link("/projects", at.code(), filter, found.next()));
    }

    @GetMapping("/projects/{id}")
    ModelAndView show(@PathVariable UUID id) {
        return new ModelAndView("project/public")
                .addObject("view", views.of(id))
                .addObject("points", points.ofProject(id));
    }

    @GetMapping("/projects/{id}/files/{file}")
    ResponseEntity<Resource> file(@PathVariable UUID id, @PathVariable UUID file) {
        var opened = parts.open(id, file);
        var type = MediaType.parseMediaType(opened.file().mime());
        return ResponseEntity.ok()
                .contentType(type)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.inline()
                                .filename(file + "." + type.getSubtype())
                                .build()
                                .toString())
                .header("Content-Security-Policy", "default-src 'none'; sandbox")
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(new FileSystemResource(opened.path()));
    }
}

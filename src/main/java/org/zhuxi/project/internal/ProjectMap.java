package org.zhuxi.project.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.web.Messages;
import org.zhuxi.project.Project;
import org.zhuxi.project.ProjectTypes;
import org.zhuxi.project.Projects;
import org.zhuxi.project.internal.SpotMap.Spot;

/** Projects on a map: their points that have a position, or else the points from which they are photographed. */
@RestController
class ProjectMap {

    static final String PATH = "/api/v1/projects/map";

    private final Projects projects;
    private final ProjectTypes types;
    private final PositionStore positions;
    private final WorkPlaces work;
    private final Messages messages;

    ProjectMap(Projects projects, ProjectTypes types, PositionStore positions, WorkPlaces work, Messages messages) {
        this.projects = projects;
        this.types = types;
        this.positions = positions;
        this.work = work;
        this.messages = messages;
    }

    /** For everybody; the same filters as the list. */
    @GetMapping(PATH)
    ResponseEntity<Map<String, Object>> map(
            @RequestParam(required = false) @Nullable String place, @RequestParam Map<String, String> query) {
        var at = work.open(place).path();
        var filter = ProjectQuery.read(query);
        var spots = new ArrayList<Spot>();
        var looked = 0;
        var page = projects.list(at, filter, SpotMap.PAGE, null);
        while (true) {
            add(spots, page.items());
            looked += page.items().size();
            var next = page.next();
            if (next == null || looked >= SpotMap.LOOKED_AT) {
                break;
            }
            page = projects.list(at, filter, SpotMap.PAGE, UUID.fromString(next));
        }
        return SpotMap.answer(spots, page.next() == null);
    }

    private void add(List<Spot> spots, List<Project> found) {
        var known = positions.of(found.stream().map(Project::id).toList());
        for (var project : found) {
            known.getOrDefault(project.id(), List.of()).forEach(it -> spots.add(spot(project, it)));
        }
    }

    private Spot spot(Project project, PositionStore.Position it) {
        return new Spot(
                it.id(),
                it.at(),
                words("project.map.point", project.title(), it.name()),
                words(
                        "project.map.says",
                        types.get(project.type()).names(),
                        project.stage().names()),
                project.origin(),
                "/projects/" + project.id(),
                Map.of("project", project.id(), "stage", project.stage().name(), "type", project.type()));
    }

    private Names words(String key, Names one, Names other) {
        return new Names(
                messages.get(Locale.SIMPLIFIED_CHINESE, key, one, other),
                messages.get(Locale.ENGLISH, key, one, other));
    }
}

package org.zhuxi.project.internal;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.WorkPlaces;
import org.zhuxi.platform.table.CsvTable;
import org.zhuxi.project.NewProject;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.ProjectRefused;
import org.zhuxi.project.ProjectTypes;
import org.zhuxi.project.Projects;

/** Projects at the desk: the list, a new one, one opened. */
@Controller
class ProjectPages {

    private static final int PAGE = 30;
    private static final int CSV_PAGE = 500;

    private final Projects projects;
    private final ProjectTypes types;
    private final Views views;
    private final Desk desk;
    private final WorkPlaces work;
    private final Gate gate;

    ProjectPages(Projects projects, ProjectTypes types, Views views, Desk desk, WorkPlaces work, Gate gate) {
        this.projects = projects;
        this.types = types;
        this.views = views;
        this.desk = desk;
        this.work = work;
        this.gate = gate;
    }

    @GetMapping(Desk.PATH)
    ModelAndView list(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            @RequestParam @Nullable UUID after) {
        var at = work.allowed(actor, ProjectPermissions.READ, place);
        var filter = ProjectQuery.read(query);
        var found = projects.list(at.path(), filter, PAGE, after);
        return new ModelAndView("project/work")
                .addObject("place", at)
                .addObject("filter", filter)
                .addObject("found", found)
                .addObject("places", views.placesOf(found.items()))
                .addObject("types", types)
                .addObject("counts", projects.count(at.path()))
                .addObject("today", gate.today())
                .addObject("mayPropose", actor.may(ProjectPermissions.MANAGE, at.path()))
                .addObject("csv", ProjectQuery.link(Desk.PATH + ".csv", at.code(), filter, null))
                .addObject(
                        "next",
                        found.next() == null ? "" : ProjectQuery.link(Desk.PATH, at.code(), filter, found.next()));
    }

    @GetMapping(Desk.PATH + ".csv")
    void csv(
            Actor actor,
            @RequestParam @Nullable String place,
            @RequestParam Map<String, String> query,
            HttpServletResponse response)
            throws IOException {
        var at = work.allowed(actor, ProjectPermissions.READ, place);
        var filter = ProjectQuery.read(query);
        try (var csv = CsvTable.download(response, "projects-" + at.code(), ProjectRows.HEADS)) {
            UUID after = null;
            do {
                var slice = projects.list(at.path(), filter, CSV_PAGE, after);
                for (var it : slice.items()) {
                    csv.row(ProjectRows.cells(it, gate.today()));
                }
                var next = slice.next();
                after = next == null ? null : UUID.fromString(next);
            } while (after != null);
        }
    }

    @GetMapping(Desk.PATH + "/new")
    ModelAndView begin(Actor actor, @RequestParam @Nullable String place) {
        var at = work.allowed(actor, ProjectPermissions.MANAGE, place);
        return form(new Filled("new", Map.of("place", at.code()), null), Ids.next());
    }

    @PostMapping(Desk.PATH)
    ModelAndView propose(Actor actor, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("new", fields);
        var id = Objects.requireNonNullElseGet(filled.id("id"), Ids::next);
        try {
            var project = projects.propose(
                    actor,
                    id,
                    new NewProject(
                            filled.text("place"),
                            filled.text("type"),
                            filled.names("title"),
                            filled.names("problem"),
                            filled.has("oldEstate")),
                    Origin.RECORDED);
            return new ModelAndView("redirect:" + Desk.PATH + "/" + project.id());
        } catch (ProjectRefused refused) {
            var page = form(filled.with(refused), id);
            page.setStatus(HttpStatusCode.valueOf(refused.problem().kind().status()));
            return page;
        }
    }

    private ModelAndView form(Filled filled, UUID id) {
        return new ModelAndView("project/new")
                .addObject("filled", filled)
                .addObject("id", id)
                .addObject("types", types);
    }

    @GetMapping(Desk.PATH + "/{id}")
    ModelAndView show(Actor actor, @PathVariable UUID id) {
        return desk.show(actor, id, Filled.NOTHING);
    }
}

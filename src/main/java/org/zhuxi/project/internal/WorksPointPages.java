package org.zhuxi.project.internal;

import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.project.NewWorksPoint;
import org.zhuxi.project.ProjectPermissions;
import org.zhuxi.project.WorksPoints;

/** The points of a project at the desk: agreed on, done, dropped. */
@Controller
@RequestMapping(Desk.PATH + "/{id}/points")
class WorksPointPages {

    private final WorksPoints points;
    private final Desk desk;

    WorksPointPages(WorksPoints points, Desk desk) {
        this.points = points;
        this.desk = desk;
    }

    @PostMapping
    ModelAndView agree(Actor actor, @PathVariable UUID id, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("points", fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> points.agree(
                        actor,
                        id,
                        Objects.requireNonNullElseGet(filled.id("id"), Ids::next),
                        new NewWorksPoint(
                                filled.names("name"),
                                Positions.read(filled.decimal("latitude"), filled.decimal("longitude")))));
    }

    @PostMapping("/{point}/completion")
    ModelAndView complete(
            Actor actor, @PathVariable UUID id, @PathVariable UUID point, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("point-" + point, fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> points.complete(actor, id, point, filled.day("on")));
    }

    @PostMapping("/{point}/dropping")
    ModelAndView drop(
            Actor actor, @PathVariable UUID id, @PathVariable UUID point, @RequestParam Map<String, String> fields) {
        var filled = Filled.of("point-" + point, fields);
        return desk.change(
                actor,
                id,
                ProjectPermissions.MANAGE,
                filled,
                () -> points.drop(actor, id, point, filled.text("reason")));
    }
}

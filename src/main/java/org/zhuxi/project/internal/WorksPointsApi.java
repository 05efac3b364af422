package org.zhuxi.project.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.NewWorksPoint;
import org.zhuxi.project.WorksPoint;
import org.zhuxi.project.WorksPoints;

/** The points of projects for programs; reading them is part of the project. */
@RestController
@RequestMapping("/api/v1/projects/{id}/points/{point}")
class WorksPointsApi {

    private final WorksPoints points;

    WorksPointsApi(WorksPoints points) {
        this.points = points;
    }

    /** Where it lies in WGS-84 degrees; both or neither. */
    record Body(
            @Nullable Names name,
            @Nullable BigDecimal latitude,
            @Nullable BigDecimal longitude) {}

    record Day(@Nullable LocalDate on) {}

    record Reason(@Nullable String reason) {}

    @PutMapping
    WorksPoint agree(Actor actor, @PathVariable UUID id, @PathVariable UUID point, @RequestBody Body body) {
        var location = Positions.read(body.latitude(), body.longitude());
        return points.agree(actor, id, point, new NewWorksPoint(body.name(), location));
    }

    @PostMapping("/completion")
    WorksPoint complete(Actor actor, @PathVariable UUID id, @PathVariable UUID point, @RequestBody Day body) {
        return points.complete(actor, id, point, body.on());
    }

    @PostMapping("/dropping")
    WorksPoint drop(Actor actor, @PathVariable UUID id, @PathVariable UUID point, @RequestBody Reason body) {
        return points.drop(actor, id, point, body.reason());
    }
}

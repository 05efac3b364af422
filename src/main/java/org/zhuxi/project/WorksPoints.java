package org.zhuxi.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Texts;
import org.zhuxi.project.internal.WorksPointStore;

/** The points of a project: agreed on when it is talked over, done or dropped one by one. Everybody may read them. */
@Service
public class WorksPoints {

    /** Most points of one project. */
    public static final int MOST = 200;

    private final WorksPointStore store;
    private final Gate gate;

    WorksPoints(WorksPointStore store, Gate gate) {
        this.store = store;
        this.gate = gate;
    }

    /**
     * Adds a point that was agreed on. The same id again is answered with what is there.
     *
     * @throws ProjectRefused.WrongStage when the project is built or has ended
     */
    @Transactional
    public WorksPoint agree(Actor actor, UUID project, UUID id, NewWorksPoint typed) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        if (found.stage().isBuilt() || hasEnded(found.stage())) {
            throw new ProjectRefused.WrongStage(found.stage());
        }
        return insert(actor, found, id, typed, WorksPoint.State.AGREED);
    }

    private static boolean hasEnded(ProjectStage stage) {
        return stage == ProjectStage.REJECTED || stage == ProjectStage.CANCELLED;
    }

    /** Takes over a point of a project of earlier days; where that is built, so is the point, on a day nobody wrote down. */
    @Transactional
    public WorksPoint takeOver(Actor actor, UUID project, UUID id, NewWorksPoint typed) {
        var found = gate.open(actor, ProjectPermissions.TAKE_OVER, project);
        var state = found.stage().isBuilt() ? WorksPoint.State.DONE : WorksPoint.State.AGREED;
        return insert(actor, found, id, typed, state);
    }

    private WorksPoint insert(Actor actor, Project project, UUID id, NewWorksPoint typed, WorksPoint.State state) {
        var known = store.list(project);
        var same = known.stream().filter(it -> it.id().equals(id)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        if (known.size() >= MOST) {
            throw new ProjectRefused.TooMany("name", MOST);
        }
        var point = new WorksPoint(
                id,
                known.size() + 1,
                Texts.names("name", typed.name(), NewProject.TITLE),
                typed.location(),
                state,
                null,
                "");
        if (!store.insert(project, point, actor.account(), gate.now())) {
            throw new ProjectRefused.Conflict(id);
        }
        gate.audit(actor, "point", project, point.name().zh());
        return point;
    }

    /** Says that a point is done. @param on today when not given */
    @Transactional
    public WorksPoint complete(Actor actor, UUID project, UUID id, @Nullable LocalDate on) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        if (found.stage() != ProjectStage.IN_WORKS && !found.stage().isBuilt()) {
            throw new ProjectRefused.WrongStage(found.stage());
        }
        return settle(actor, found, id, WorksPoint.State.DONE, gate.past("on", on), "");
    }

    /** Drops a point, with a reason that everybody may read. */
    @Transactional
    public WorksPoint drop(Actor actor, UUID project, UUID id, @Nullable String reason) {
        var found = gate.open(actor, ProjectPermissions.MANAGE, project);
        var words = Texts.required("reason", reason, NewProject.SHORT);
        return settle(actor, found, id, WorksPoint.State.DROPPED, gate.today(), words);
    }

    private WorksPoint settle(
            Actor actor, Project project, UUID id, WorksPoint.State state, LocalDate on, String reason) {
        var point = point(project, id);
        if (!store.settle(project, id, state, on, reason, actor.account())) {
            throw new ProjectRefused.PointSettled();
        }
        gate.audit(actor, "point-" + state, project, point.name().zh());
        return point(project, id);
    }

    private WorksPoint point(Project project, UUID id) {
        return store.list(project).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The points of a project in their order. */
    @Transactional(readOnly = true)
    public List<WorksPoint> list(UUID project) {
        return store.list(gate.get(project));
    }
}

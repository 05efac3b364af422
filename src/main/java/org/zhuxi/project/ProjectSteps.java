package org.zhuxi.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Permission;
import org.zhuxi.project.internal.FundStore;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.ProjectStore;
import org.zhuxi.project.internal.TalkStore;
import org.zhuxi.project.internal.Texts;

/** Moves a project on: the plan, the decision, the works. Acceptance and evaluation are in {@link Acceptances}. */
@Service
public class ProjectSteps {

    private static final int MOST_WARRANTY_MONTHS = 600;

    private final ProjectStore store;
    private final FundStore funds;
    private final TalkStore talks;
    private final Gate gate;

    ProjectSteps(ProjectStore store, FundStore funds, TalkStore talks, Gate gate) {
        this.store = store;
        this.funds = funds;
        this.talks = talks;
        this.gate = gate;
    }

    /** Writes the plan while nothing has been handed in; a plan that was is first given back to be talked over. */
    @Transactional
    public Project plan(Actor actor, UUID id, NewPlan typed) {
        var project = gate.open(actor, ProjectPermissions.MANAGE, id);
        if (!project.stage().isOpenToPlans()) {
            throw new ProjectRefused.WrongStage(project.stage());
        }
        var start = typed.start();
        var end = typed.end();
        if (start != null && end != null && end.isBefore(start)) {
            throw new ProjectRefused.WrongDay("end");
        }
        var months = Texts.count("warrantyMonths", typed.warrantyMonths());
        if (months > MOST_WARRANTY_MONTHS) {
            throw new ProjectRefused.Unreadable("warrantyMonths");
        }
        var cost = typed.costFen();
        var plan = new ProjectPlan(
                Texts.optionalNames("words", typed.words(), NewProject.WORDS),
                cost == null ? null : (Long) Texts.fen("cost", cost),
                Texts.quantity("quantity", typed.quantity()),
                start,
                end,
                project.plan().contractor(),
                months);
        var next = Changed.withPlan(project, plan);
        store.update(next);
        gate.audit(actor, "planned", project, cost == null ? "" : Fen.yuan(cost));
        return next;
    }

    /**
     * Takes a step.
     *
     * @throws ProjectRefused when there is no such step, something it needs is missing, or this person may not take it
     */
    @Transactional
    public Project step(Actor actor, UUID id, NewStep typed) {
        var to = Texts.required("to", typed.to());
        var project = gate.open(actor, permission(gate.get(id), to), id);
        requireStep(project, to);
        var reason = to.needsReason()
                ? Texts.required("reason", typed.reason(), NewProject.SHORT)
                : Texts.optional("reason", typed.reason(), NewProject.SHORT);
        var on = gate.past("on", typed.on());
        var next = switch (to) {
            case DISCUSSED -> discussed(project);
            case PLANNED -> project.stage() == ProjectStage.SUSPENDED ? Changed.to(project, to) : planned(project);
            case APPROVED -> approved(actor, project);
            case IN_WORKS -> begun(actor, project, on, typed.contractor());
            case SUSPENDED -> Changed.suspended(project);
            case PROPOSED, REJECTED, CANCELLED -> Changed.to(project, to);
            case ACCEPTED, EVALUATED -> throw new ProjectRefused.NoSuchStep(project.stage(), to);
        };
        store.update(next);
        store.insertStep(project, new ProjectStep(project.stage(), to, on, reason, actor.account(), gate.now()));
        gate.audit(actor, "step", project, project.stage() + " → " + to);
        return next;
    }

    private static Permission permission(Project project, ProjectStage to) {
        return project.needsApproval(to) ? ProjectPermissions.APPROVE : ProjectPermissions.MANAGE;
    }

    private static void requireStep(Project project, ProjectStage to) {
        var isBack = project.suspendedFrom() == to;
        if (!isBack && !project.stage().next().contains(to)) {
            throw new ProjectRefused.NoSuchStep(project.stage(), to);
        }
    }

    private Project discussed(Project project) {
        if (talks.list(project).isEmpty()) {
            throw new ProjectRefused.NotTalkedOver();
        }
        return Changed.to(project, ProjectStage.DISCUSSED);
    }

    private Project planned(Project project) {
        var cost = project.plan().costFen();
        if (cost == null || !project.plan().isComplete()) {
            throw new ProjectRefused.PlanIncomplete();
        }
        var planned = funds.sheet(project).plannedFen();
        if (planned != cost) {
            throw new ProjectRefused.SumsDiffer(cost, planned);
        }
        return Changed.to(project, ProjectStage.PLANNED);
    }

    private Project approved(Actor actor, Project project) {
        var isBack = project.stage() == ProjectStage.SUSPENDED;
        // whoever ends a pause hands nothing in
        var isOwn = store.steps(project).reversed().stream()
                .filter(step -> step.to() == ProjectStage.PLANNED && step.from() != ProjectStage.SUSPENDED)
                .findFirst()
                .filter(step -> step.by().equals(actor.account()))
                .isPresent();
        if (isOwn && !isBack) {
            throw new ProjectRefused.OwnPlan();
        }
        return Changed.to(project, ProjectStage.APPROVED);
    }

    private static Project begun(Actor actor, Project project, LocalDate on, @Nullable String contractor) {
        if (project.stage() == ProjectStage.SUSPENDED) {
            return Changed.to(project, ProjectStage.IN_WORKS);
        }
        return Changed.begun(project, on, Texts.required("contractor", contractor, NewProject.SHORT), actor.account());
    }
}

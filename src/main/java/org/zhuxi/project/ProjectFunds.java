package org.zhuxi.project;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.project.internal.FundStore;
import org.zhuxi.project.internal.Gate;
import org.zhuxi.project.internal.Noting;
import org.zhuxi.project.internal.ProjectStore;
import org.zhuxi.project.internal.Texts;

/** Books what was planned, allocated and paid; a mistake is taken back by a counter-entry. It moves no money. */
@Service
public class ProjectFunds {

    private static final int PAYER = 100;

    private final ProjectStore projects;
    private final FundStore store;
    private final Noting noting;
    private final Gate gate;

    ProjectFunds(ProjectStore projects, FundStore store, Noting noting, Gate gate) {
        this.projects = projects;
        this.store = store;
        this.noting = noting;
        this.gate = gate;
    }

    /**
     * Books a movement. Planning is for the time before the plan is handed in; after the approval a plan can only be
     * raised, by those who may approve, and the cost rises with it. Allocating and paying begin with the approval.
     *
     * @throws ProjectRefused when a field is wrong, the stage does not allow it, or it is more than there is
     */
    @Transactional
    public FundSheet book(Actor actor, UUID project, NewMovement typed) {
        var kind = Texts.required("kind", typed.kind());
        var isRaise = kind == FundKind.PLAN && gate.get(project).stage().hasBudget();
        var found = gate.open(actor, isRaise ? ProjectPermissions.APPROVE : ProjectPermissions.FUND, project);
        var id = Objects.requireNonNullElseGet(typed.id(), Ids::next);
        var document = Texts.optional("document", typed.document(), NewProject.SHORT);
        var movement = new FundMovement(
                id,
                Texts.required("source", typed.source()),
                Texts.optional("payer", typed.payer(), PAYER),
                kind,
                Texts.fen("amount", typed.amountFen()),
                gate.past("on", typed.on()),
                isRaise ? Texts.required("document", document, NewProject.SHORT) : document,
                null);
        var known = store.find(found, id);
        if (known.isPresent()) {
            return same(found, known.get(), movement);
        }
        requireStage(found, kind);
        return keep(actor, found, movement);
    }

    private FundSheet same(Project project, FundMovement known, FundMovement again) {
        var sheet = store.sheet(project);
        if (!known.equals(again) || !sheet.movements().contains(known)) {
            throw new ProjectRefused.Conflict(again.id());
        }
        return sheet;
    }

    private static void requireStage(Project project, FundKind kind) {
        var stage = project.stage();
        var isAllowed = switch (kind) {
            case PLAN -> stage.isOpenToPlans() || stage.hasBudget();
            case ALLOCATE, PAY -> stage.hasBudget();
        };
        if (!isAllowed) {
            throw new ProjectRefused.WrongStage(stage);
        }
    }

    /**
     * Takes a movement back by a counter-entry. What others rest on stays: an allocation cannot be taken back below what was
     * paid of it, nor a plan below what was allocated.
     */
    @Transactional
    public FundSheet reverse(Actor actor, UUID project, UUID movement, @Nullable String reason) {
        var kind =
                store.find(gate.get(project), movement).map(FundMovement::kind).orElse(FundKind.PAY);
        var isCut = kind == FundKind.PLAN && gate.get(project).stage().hasBudget();
        var found = gate.open(actor, isCut ? ProjectPermissions.APPROVE : ProjectPermissions.FUND, project);
        var sheet = store.sheet(found);
        var booked = sheet.movements().stream()
                .filter(it -> it.id().equals(movement))
                .findFirst()
                .orElseThrow(() -> new org.zhuxi.kernel.Refused.NotFound(movement));
        var amount = booked.amountFen();
        if (booked.reverses() != null || sheet.isReversed(movement) || amount == null) {
            throw new ProjectRefused.TakenBack();
        }
        requireStage(found, booked.kind());
        var counter = new FundMovement(
                Ids.derived(movement, "reversal"),
                booked.source(),
                booked.payer(),
                booked.kind(),
                -amount,
                gate.today(),
                Texts.required("reason", reason, NewProject.SHORT),
                movement);
        return keep(actor, found, counter);
    }

    private FundSheet keep(Actor actor, Project project, FundMovement movement) {
        var sheet = store.sheet(project).plus(movement);
        store.insert(project, movement, actor.account(), gate.now());
        var cost = project.plan().costFen();
        if (movement.kind() == FundKind.PLAN && project.stage().hasBudget() && cost != null) {
            var raised = Math.addExact(cost, Objects.requireNonNull(movement.amountFen()));
            projects.update(Changed.withCost(project, raised));
        }
        noting.note(project.community(), movement.on());
        gate.audit(actor, "funds", project, movement.kind() + " " + movement.source() + " " + movement.amountFen());
        return sheet;
    }
}

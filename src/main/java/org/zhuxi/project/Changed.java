package org.zhuxi.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A project as it is after a change. */
final class Changed {

    private Changed() {}

    static Project withPlan(Project it, ProjectPlan plan) {
        return of(
                it,
                it.stage(),
                it.suspendedFrom(),
                plan,
                it.startedOn(),
                it.acceptedOn(),
                it.doneQuantity(),
                it.runBy());
    }

    static Project withCost(Project it, long costFen) {
        var plan = it.plan();
        return withPlan(
                it,
                new ProjectPlan(
                        plan.words(),
                        costFen,
                        plan.quantity(),
                        plan.start(),
                        plan.end(),
                        plan.contractor(),
                        plan.warrantyMonths()));
    }

    static Project to(Project it, ProjectStage stage) {
        return of(it, stage, null, it.plan(), it.startedOn(), it.acceptedOn(), it.doneQuantity(), it.runBy());
    }

    static Project suspended(Project it) {
        return of(
                it,
                ProjectStage.SUSPENDED,
                it.stage(),
                it.plan(),
                it.startedOn(),
                it.acceptedOn(),
                it.doneQuantity(),
                it.runBy());
    }

    static Project begun(Project it, LocalDate on, String contractor, UUID by) {
        var plan = it.plan();
        return of(
                it,
                ProjectStage.IN_WORKS,
                null,
                new ProjectPlan(
                        plan.words(),
                        plan.costFen(),
                        plan.quantity(),
                        plan.start(),
                        plan.end(),
                        contractor,
                        plan.warrantyMonths()),
                on,
                null,
                null,
                by);
    }

    static Project accepted(Project it, LocalDate on, @Nullable BigDecimal doneQuantity) {
        return of(it, ProjectStage.ACCEPTED, null, it.plan(), it.startedOn(), on, doneQuantity, it.runBy());
    }

    private static Project of(
            Project it,
            ProjectStage stage,
            @Nullable ProjectStage suspendedFrom,
            ProjectPlan plan,
            @Nullable LocalDate startedOn,
            @Nullable LocalDate acceptedOn,
            @Nullable BigDecimal doneQuantity,
            @Nullable UUID runBy) {
        return new Project(
                it.community(),
                it.id(),
                it.place(),
                it.path(),
                it.type(),
                it.title(),
                it.problem(),
                it.oldEstate(),
                stage,
                suspendedFrom,
                plan,
                startedOn,
                acceptedOn,
                doneQuantity,
                runBy,
                it.source(),
                it.proposedBy(),
                it.proposedAt(),
                it.origin());
    }
}

package org.zhuxi.project.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.project.Project;

/** A project as a row of a table. */
final class ProjectRows {

    static final String[] HEADS = {
        "id",
        "place",
        "type",
        "title_zh",
        "title_en",
        "stage",
        "old_estate",
        "cost_fen",
        "quantity",
        "done_quantity",
        "planned_start",
        "planned_end",
        "started_on",
        "accepted_on",
        "delay_days",
        "contractor",
        "source",
        "origin"
    };

    private ProjectRows() {}

    static @Nullable Object[] cells(Project it, LocalDate today) {
        return new @Nullable Object[] {
            it.id(),
            it.place(),
            it.type(),
            it.title().zh(),
            it.title().en(),
            it.stage().name(),
            it.oldEstate(),
            it.plan().costFen(),
            it.plan().quantity(),
            it.doneQuantity(),
            it.plan().start(),
            it.plan().end(),
            it.startedOn(),
            it.acceptedOn(),
            it.delayDays(today),
            it.plan().contractor(),
            it.source(),
            it.origin().name()
        };
    }
}

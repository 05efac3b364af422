package org.zhuxi.report.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;

/** A plan as it has been typed so far. */
public record PlanForm(UUID id, String place, String year, String title, String document, String aims, String day) {

    public PlanForm(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String year,
            @Nullable String title,
            @Nullable String document,
            @Nullable String aims,
            @Nullable String day) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.place = Typed.text(place);
        this.year = Typed.text(year);
        this.title = Typed.text(title);
        this.document = Typed.text(document);
        this.aims = Typed.text(aims);
        this.day = Typed.text(day);
    }
}

package org.zhuxi.waste.internal.field;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Outcome;
import org.zhuxi.waste.internal.DropForm;

/** One drop of a rescue file with its fate, as the page shows it. */
public record RescueLine(FieldDropJson drop, Outcome outcome) {

    public String card() {
        return DropForm.text(drop.card());
    }

    public String wasteClass() {
        return DropForm.text(drop.wasteClass());
    }

    /** Kilograms as typed, or a number of bags; may be empty. */
    public String kg() {
        return DropForm.text(drop.kg());
    }

    public String bags() {
        return DropForm.text(drop.bags());
    }

    /** When it was brought; null when the file does not say it in a readable way. */
    public @Nullable Instant at() {
        try {
            return OffsetDateTime.parse(DropForm.text(drop.at())).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }

    /** Message key of its fate. */
    public String fate() {
        return "waste-field.rescue." + outcome.status().name().toLowerCase(Locale.ROOT);
    }

    public String tone() {
        return switch (outcome.status()) {
            case CREATED -> "success";
            case DUPLICATE -> "secondary";
            case CONFLICT -> "warning";
            case REJECTED -> "danger";
        };
    }
}

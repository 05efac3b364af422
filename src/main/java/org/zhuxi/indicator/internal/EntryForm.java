package org.zhuxi.indicator.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.NewMeasureEntry;
import org.zhuxi.kernel.Ids;

/** A value as it has been typed so far. */
public record EntryForm(
        UUID id, String place, String measure, String period, String value, String cell, String evidence) {

    public EntryForm(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String measure,
            @Nullable String period,
            @Nullable String value,
            @Nullable String cell,
            @Nullable String evidence) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.place = text(place);
        this.measure = text(measure);
        this.period = text(period);
        this.value = text(value);
        this.cell = text(cell);
        this.evidence = text(evidence);
    }

    static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }

    NewMeasureEntry command() {
        return new NewMeasureEntry(place, measure, period, value, cellOrNull(), evidence);
    }

    private @Nullable Long cellOrNull() {
        try {
            return cell.isEmpty() ? null : Long.valueOf(cell);
        } catch (NumberFormatException e) {
            throw new IndicatorRefused.NoNumber("cell");
        }
    }
}

package org.zhuxi.indicator.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.kernel.Ids;

/** A figure to be published as it has been typed so far. */
public record FigureForm(UUID id, String indicator, String place, String period) {

    public FigureForm(@Nullable UUID id, @Nullable String indicator, @Nullable String place, @Nullable String period) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.indicator = EntryForm.text(indicator);
        this.place = EntryForm.text(place);
        this.period = EntryForm.text(period);
    }

    NewFigure command() {
        return new NewFigure(indicator, place, period);
    }
}

package org.zhuxi.indicator.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.IndicatorRefused;
import org.zhuxi.indicator.NewTarget;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Target;
import org.zhuxi.kernel.Ids;

/** A target as it has been typed so far. */
public record TargetForm(
        UUID id, String indicator, String place, String kind, String period, String value, String source) {

    public TargetForm(
            @Nullable UUID id,
            @Nullable String indicator,
            @Nullable String place,
            @Nullable String kind,
            @Nullable String period,
            @Nullable String value,
            @Nullable String source) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.indicator = EntryForm.text(indicator);
        this.place = EntryForm.text(place);
        this.kind = EntryForm.text(kind);
        this.period = EntryForm.text(period);
        this.value = EntryForm.text(value);
        this.source = EntryForm.text(source);
    }

    NewTarget command() {
        var number = Typed.qualified("value", value);
        if (number.qualifier() != Qualifier.EXACT) {
            throw new IndicatorRefused.NoNumber("value");
        }
        return new NewTarget(
                indicator,
                place,
                kind.equals(Target.Kind.BASELINE.name()) ? Target.Kind.BASELINE : Target.Kind.TARGET,
                Typed.period(period),
                number.value(),
                source);
    }
}

package org.zhuxi.indicator.internal;

import java.util.Arrays;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.indicator.Delta;
import org.zhuxi.indicator.NewComparison;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;

/** A line of a before/after table as it has been typed so far. */
public record ComparisonForm(
        UUID id,
        String place,
        String topic,
        String nameZh,
        String nameEn,
        String unit,
        String before,
        String after,
        String change,
        String changeKind,
        String noteZh,
        String noteEn,
        String source) {

    public ComparisonForm(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String topic,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String unit,
            @Nullable String before,
            @Nullable String after,
            @Nullable String change,
            @Nullable String changeKind,
            @Nullable String noteZh,
            @Nullable String noteEn,
            @Nullable String source) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.place = EntryForm.text(place);
        this.topic = EntryForm.text(topic);
        this.nameZh = EntryForm.text(nameZh);
        this.nameEn = EntryForm.text(nameEn);
        this.unit = EntryForm.text(unit);
        this.before = EntryForm.text(before);
        this.after = EntryForm.text(after);
        this.change = EntryForm.text(change);
        this.changeKind = EntryForm.text(changeKind);
        this.noteZh = EntryForm.text(noteZh);
        this.noteEn = EntryForm.text(noteEn);
        this.source = EntryForm.text(source);
    }

    static ComparisonForm at(String place) {
        return new ComparisonForm(null, place, null, null, null, null, null, null, null, null, null, null, null);
    }

    NewComparison command() {
        return new NewComparison(
                place,
                topic,
                new Names(nameZh, nameEn.isEmpty() ? nameZh : nameEn),
                new Names(unit, unit),
                before,
                after,
                change,
                Arrays.stream(Delta.Kind.values())
                        .filter(kind -> kind.name().equals(changeKind))
                        .findFirst()
                        .orElse(null),
                new Names(noteZh, noteEn.isEmpty() ? noteZh : noteEn),
                source);
    }
}

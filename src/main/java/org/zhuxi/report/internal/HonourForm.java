package org.zhuxi.report.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;

/** A base or commendation as it has been typed so far. */
public record HonourForm(
        UUID id,
        String place,
        String year,
        String kind,
        String nameZh,
        String nameEn,
        String themeZh,
        String themeEn,
        String day,
        String source) {

    public HonourForm(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String year,
            @Nullable String kind,
            @Nullable String nameZh,
            @Nullable String nameEn,
            @Nullable String themeZh,
            @Nullable String themeEn,
            @Nullable String day,
            @Nullable String source) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.place = Typed.text(place);
        this.year = Typed.text(year);
        this.kind = Typed.text(kind);
        this.nameZh = Typed.text(nameZh);
        this.nameEn = Typed.text(nameEn);
        this.themeZh = Typed.text(themeZh);
        this.themeEn = Typed.text(themeEn);
        this.day = Typed.text(day);
        this.source = Typed.text(source);
    }

    static HonourForm at(String place, int year) {
        return new HonourForm(null, place, String.valueOf(year), null, null, null, null, null, null, null);
    }
}

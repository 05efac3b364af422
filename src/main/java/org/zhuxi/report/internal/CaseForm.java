package org.zhuxi.report.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.report.NewPracticeCase;

/** A case as it has been typed so far, and the body of the API. */
public record CaseForm(
        UUID id,
        String place,
        String titleZh,
        String titleEn,
        String whatZh,
        String whatEn,
        String year,
        String source) {

    public CaseForm(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String titleZh,
            @Nullable String titleEn,
            @Nullable String whatZh,
            @Nullable String whatEn,
            @Nullable String year,
            @Nullable String source) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.place = Typed.text(place);
        this.titleZh = Typed.text(titleZh);
        this.titleEn = Typed.text(titleEn);
        this.whatZh = Typed.text(whatZh);
        this.whatEn = Typed.text(whatEn);
        this.year = Typed.text(year);
        this.source = Typed.text(source);
    }

    static CaseForm at(String place, int year) {
        return new CaseForm(null, place, null, null, null, null, String.valueOf(year), null);
    }

    NewPracticeCase command() {
        return new NewPracticeCase(
                place, new Names(titleZh, titleEn), new Names(whatZh, whatEn), Typed.year(year), source);
    }
}

package org.zhuxi.report.internal;

import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.report.Fund;
import org.zhuxi.report.NewFund;
import org.zhuxi.report.ReportRefused;

/** A line of funds as it has been typed so far. */
public record FundForm(
        UUID id,
        String place,
        String year,
        String kind,
        String area,
        String planned,
        String allocated,
        String disbursed,
        String source) {

    public FundForm(
            @Nullable UUID id,
            @Nullable String place,
            @Nullable String year,
            @Nullable String kind,
            @Nullable String area,
            @Nullable String planned,
            @Nullable String allocated,
            @Nullable String disbursed,
            @Nullable String source) {
        this.id = Objects.requireNonNullElseGet(id, Ids::next);
        this.place = Typed.text(place);
        this.year = Typed.text(year);
        this.kind = Typed.text(kind);
        this.area = Typed.text(area);
        this.planned = Typed.text(planned);
        this.allocated = Typed.text(allocated);
        this.disbursed = Typed.text(disbursed);
        this.source = Typed.text(source);
    }

    NewFund command() {
        return new NewFund(
                place,
                Typed.year(year),
                Typed.choice(Fund.Kind.class, kind).orElseThrow(() -> new ReportRefused.NoChoice("kind")),
                Typed.choice(Fund.Area.class, area).orElseThrow(() -> new ReportRefused.NoChoice("area")),
                planned,
                allocated,
                disbursed,
                source);
    }
}

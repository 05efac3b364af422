package org.zhuxi.report;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.TargetView;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.internal.Documents;
import org.zhuxi.report.internal.ExpectationStore;
import org.zhuxi.report.internal.Figures;
import org.zhuxi.report.internal.ReportPlaces;

/** The office of authorities: rates, gaps and places below. What it tells are public numbers; who is late is for authorities. */
@Service
@Transactional(readOnly = true)
public class Office {

    private static final String ATTAINMENT = Figures.ATTAINMENT;
    private static final String PARTICIPATION = Figures.PARTICIPATION;

    private final Indicators indicators;
    private final Figures figures;
    private final ExpectationStore expectations;
    private final Documents documents;
    private final ReportPlaces places;
    private final Clock clock;

    Office(
            Indicators indicators,
            Figures figures,
            ExpectationStore expectations,
            Documents documents,
            ReportPlaces places,
            Clock clock) {
        this.indicators = indicators;
        this.figures = figures;
        this.expectations = expectations;
        this.documents = documents;
        this.places = places;
        this.clock = clock;
    }

    /** The latest year for which a place has a rate; this year when it has none. */
    public int latestYear(PlacePath path) {
        var latest = indicators.latest(ATTAINMENT, path);
        return latest == null ? places.thisYear() : latest.year();
    }

    /** Opens the office of a place. */
    public OfficeView open(Place place, int year, OfficeView.Sort sort) {
        var period = new ReportPeriod(year, null);
        var target = figures.target(place.path(), period).orElse(null);
        var reckoned = figures.reckon(place.path(), year);
        return new OfficeView(
                place,
                year,
                reckoned,
                target,
                neededPerMonth(target),
                rows(place, period, target, sort),
                expectations.rate(What.ANNUAL, year, place.path()),
                documents.quality(place, year, reckoned));
    }

    private @Nullable Long neededPerMonth(@Nullable TargetView target) {
        if (target == null || target.missing() == null || target.missing() <= 0) {
            return null;
        }
        var last = YearMonth.of(
                target.target().period().year(),
                Objects.requireNonNullElse(target.target().period().month(), 12));
        var months = ChronoUnit.MONTHS.between(YearMonth.now(clock.withZone(Deadline.ZONE)), last) + 1;
        return months < 1 ? null : Math.ceilDiv(target.missing(), months);
    }

    private List<OfficeView.Row> rows(
            Place place, ReportPeriod period, @Nullable TargetView target, OfficeView.Sort sort) {
        var at = places.branching(place.path());
        var attained = byPath(indicators.open(ATTAINMENT, at.value(), period));
        var enrolled = byPath(indicators.open(PARTICIPATION, at.value(), period));
        return places.below(at).stream()
                .map(below -> row(below, attained.get(below.path()), enrolled.get(below.path()), target))
                .sorted(order(sort))
                .toList();
    }

    private static Map<PlacePath, IndicatorView.Part> byPath(IndicatorView view) {
        var parts = new HashMap<PlacePath, IndicatorView.Part>();
        view.parts().forEach(part -> parts.put(part.path(), part));
        return parts;
    }

    private static OfficeView.Row row(
            Place place,
            IndicatorView.@Nullable Part attained,
            IndicatorView.@Nullable Part enrolled,
            @Nullable TargetView target) {
        var known = attained != null && attained.value() instanceof Reckoned.Known one ? one : null;
        return new OfficeView.Row(
                place,
                place.name(),
                term(attained, "register.communities"),
                term(enrolled, "assessment.enrolled"),
                term(attained, "assessment.attained"),
                known == null ? null : known.value(),
                known == null ? Qualifier.EXACT : known.qualifier(),
                missing(known, target));
    }

    private static @Nullable BigDecimal term(IndicatorView.@Nullable Part part, String measure) {
        return part == null
                ? null
                : part.terms().stream()
                        .filter(one -> one.measure().code().equals(measure))
                        .findFirst()
                        .map(TermValue::verified)
                        .orElse(null);
    }

    private static @Nullable Long missing(Reckoned.@Nullable Known known, @Nullable TargetView target) {
        if (known == null || target == null || known.denominator() == null) {
            return null;
        }
        var gap = new Ratio(known.numerator(), known.denominator())
                .missingTo(target.target().value());
        return Math.max(0, gap);
    }

    private static Comparator<OfficeView.Row> order(OfficeView.Sort sort) {
        var byCode = Comparator.comparing((OfficeView.Row row) -> row.place().code());
        return switch (sort) {
            case NAME -> byCode;
            case RATE ->
                Comparator.comparing(OfficeView.Row::rate, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(byCode);
            case MISSING ->
                Comparator.comparing(OfficeView.Row::missing, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(byCode);
            case COMMUNITIES ->
                Comparator.comparing(OfficeView.Row::communities, Comparator.nullsLast(Comparator.reverseOrder()))
                        .thenComparing(byCode);
        };
    }
}

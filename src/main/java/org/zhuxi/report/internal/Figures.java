package org.zhuxi.report.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.assessment.AssessmentYears;
import org.zhuxi.assessment.Criterion;
import org.zhuxi.assessment.StandardVersion;
import org.zhuxi.assessment.Standards;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Ratio;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Target;
import org.zhuxi.indicator.TargetView;
import org.zhuxi.indicator.Targets;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportingRate;

/** Reckons the numbers of a report as they are now: rates, gaps and growth from indicators, and how many have reported. */
@Component
public class Figures {

    public static final String ATTAINMENT = "assessment.attainment.rate";
    public static final String PARTICIPATION = "assessment.participation.rate";

    /** Rates by the code under which reports cite them. */
    static final SequencedMap<String, String> RATES = new LinkedHashMap<>(Map.of());

    static {
        RATES.put("F01", PARTICIPATION);
        RATES.put("F02", ATTAINMENT);
        RATES.put("F03", "assessment.success.rate");
        RATES.put("F04", "assessment.named.rate");
        RATES.put("F04a", "assessment.named.of-attained");
    }

    private static final int RATE_DECIMALS = 2;
    private static final String MISSING = Reckoned.Reason.MISSING.name();

    private static final String CRITERION = "F08c";

    private final AssessmentYears assessments;
    private final Standards standards;
    private final Indicators indicators;
    private final Targets targets;
    private final ExpectationStore expectations;
    private final Wording wording;

    Figures(
            AssessmentYears assessments,
            Standards standards,
            Indicators indicators,
            Targets targets,
            ExpectationStore expectations,
            Wording wording) {
        this.assessments = assessments;
        this.standards = standards;
        this.indicators = indicators;
        this.targets = targets;
        this.expectations = expectations;
        this.wording = wording;
    }

    /** Every number that a report of a place and year may cite, by its code, in the order in which it is printed. */
    public SequencedMap<String, ReportFigure> reckon(PlacePath path, int year) {
        var period = new ReportPeriod(year, null);
        var figures = new ArrayList<ReportFigure>();
        figures.add(plain("Y", BigDecimal.valueOf(year)));
        var enrolled = indicators.open(PARTICIPATION, path.value(), period);
        var named = indicators.open("assessment.named.of-attained", path.value(), period);
        figures.add(count("N", enrolled, "register.communities"));
        figures.add(count("E", enrolled, "assessment.enrolled"));
        figures.add(count("A", named, "assessment.attained"));
        figures.add(count("T", named, "assessment.named"));
        RATES.forEach((code, indicator) -> figures.add(rate(code, indicator, path, period)));
        gap(figures, path, period);
        growth(figures, path, period);
        reporting(figures, expectations.rate(What.ANNUAL, year, path));
        var byCode = new LinkedHashMap<String, ReportFigure>();
        figures.forEach(figure -> byCode.put(figure.code(), figure));
        return byCode;
    }

    /** The same with F08 of each national criterion that was scored: {@code F08c12} is that of criterion 12. */
    SequencedMap<String, ReportFigure> withCriteria(PlacePath path, int year, YearSheets sheets) {
        var byCode = reckon(path, year);
        sheets.national()
                .ifPresent(sheet -> sheet.lines()
                        .forEach(line -> line.count().rate().ifPresent(rate -> {
                            var code = CRITERION + line.criterion().ordinal();
                            byCode.put(
                                    code,
                                    share(
                                            code,
                                            line.count().met(),
                                            line.count().met() + line.count().notMet()));
                        })));
        return byCode;
    }

    /** The criteria of a place and year, counted when they are needed. */
    YearSheets sheets(PlacePath path, int year) {
        return new YearSheets(() -> assessments.criteria(year, path));
    }

    static boolean isOfCriterion(ReportFigure figure) {
        return figure.code().startsWith(CRITERION);
    }

    private Names nameOf(String code) {
        if (!code.startsWith(CRITERION)) {
            return wording.t("report.figure." + code);
        }
        var ordinal = code.substring(CRITERION.length());
        var names = standards.get(StandardVersion.NATIONAL).criteria().stream()
                .filter(one -> String.valueOf(one.ordinal()).equals(ordinal))
                .findFirst()
                .map(Criterion::names)
                .orElse(new Names(ordinal, ordinal));
        return wording.t("report.figure." + CRITERION, ordinal, names);
    }

    private ReportFigure count(String code, IndicatorView view, String measure) {
        var term = view.terms().stream()
                .filter(one -> one.measure().code().equals(measure))
                .findFirst();
        var value = term.map(TermValue::verified).orElse(null);
        return figure(
                code,
                wording.t("report.unit.communities"),
                0,
                value,
                null,
                null,
                term.map(TermValue::qualifier).orElse(Qualifier.EXACT),
                term.filter(TermValue::withheld)
                        .map(any -> Reckoned.Reason.WITHHELD.name())
                        .orElse(MISSING),
                view.definition().code());
    }

    private ReportFigure rate(String code, String indicator, PlacePath path, ReportPeriod period) {
        return switch (indicators.value(indicator, path, period)) {
            case Reckoned.Known known ->
                figure(
                        code,
                        percent(),
                        RATE_DECIMALS,
                        known.value(),
                        known.numerator(),
                        known.denominator(),
                        known.qualifier(),
                        MISSING,
                        indicator);
            case Reckoned.None none ->
                figure(
                        code,
                        percent(),
                        RATE_DECIMALS,
                        null,
                        null,
                        null,
                        Qualifier.EXACT,
                        none.reason().name(),
                        indicator);
        };
    }

    private void gap(List<ReportFigure> figures, PlacePath path, ReportPeriod period) {
        var missing = target(path, period).map(TargetView::missing).orElse(null);
        figures.add(whole("F05", missing == null ? null : Math.max(0, missing), "NO_TARGET"));
        figures.add(whole("F05s", missing == null ? null : Math.max(0, -missing), "NO_TARGET"));
    }

    /** The target that holds for a rate of attainment: the latest up to the year, else the next; of the place or of what contains it. */
    public Optional<TargetView> target(PlacePath path, ReportPeriod period) {
        var definition = indicators.get(ATTAINMENT);
        var value = indicators.value(ATTAINMENT, path, period);
        for (var at : path.andAbove()) {
            var held = targets.held(definition, at, value).stream()
                    .filter(one -> one.target().kind() == Target.Kind.TARGET)
                    .toList();
            var upToNow = held.stream()
                    .filter(one -> one.target().period().year() <= period.year())
                    .reduce((first, second) -> second);
            var found = upToNow.or(() -> held.stream().findFirst());
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private void growth(List<ReportFigure> figures, PlacePath path, ReportPeriod period) {
        var now = indicators.value(ATTAINMENT, path, period);
        var before = indicators.value(ATTAINMENT, path, period.before());
        var isKnown = now instanceof Reckoned.Known && before instanceof Reckoned.Known;
        var counted =
                isKnown ? ((Reckoned.Known) now).numerator().subtract(((Reckoned.Known) before).numerator()) : null;
        var points = isKnown ? ((Reckoned.Known) now).value().subtract(((Reckoned.Known) before).value()) : null;
        figures.add(figure(
                "F06",
                wording.t("report.unit.communities"),
                0,
                counted,
                null,
                null,
                Qualifier.EXACT,
                "NO_YEAR_BEFORE",
                ATTAINMENT));
        figures.add(figure(
                "F06p",
                wording.t("report.unit.points"),
                RATE_DECIMALS,
                points,
                null,
                null,
                Qualifier.EXACT,
                "NO_YEAR_BEFORE",
                ATTAINMENT));
    }

    private void reporting(List<ReportFigure> figures, ReportingRate rate) {
        figures.add(share("F07", rate.arrived(), rate.expected()));
        figures.add(share("F07t", rate.inTime(), rate.expected()));
    }

    private ReportFigure share(String code, long part, long whole) {
        var isNone = whole == 0;
        return figure(
                code,
                percent(),
                RATE_DECIMALS,
                isNone ? null : Ratio.of(part, whole).percent(RATE_DECIMALS),
                isNone ? null : BigDecimal.valueOf(part),
                isNone ? null : BigDecimal.valueOf(whole),
                Qualifier.EXACT,
                "NONE_EXPECTED",
                "");
    }

    private ReportFigure whole(String code, @Nullable Long value, String reason) {
        return figure(
                code,
                wording.t("report.unit.communities"),
                0,
                value == null ? null : BigDecimal.valueOf(value),
                null,
                null,
                Qualifier.EXACT,
                reason,
                ATTAINMENT);
    }

    private ReportFigure plain(String code, BigDecimal value) {
        return figure(code, new Names("", ""), 0, value, null, null, Qualifier.EXACT, MISSING, "");
    }

    private static Names percent() {
        return new Names("%", "%");
    }

    private ReportFigure figure(
            String code,
            Names unit,
            int decimals,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            Qualifier qualifier,
            String reason,
            String indicator) {
        return new ReportFigure(
                code,
                nameOf(code),
                unit,
                decimals,
                value,
                numerator,
                denominator,
                qualifier,
                value == null ? reason : "",
                indicator,
                null,
                "");
    }

    /** A figure as it was handed in, named as it is named now. */
    ReportFigure kept(KeptStore.Kept kept) {
        var isRate = kept.denominator() != null
                || RATES.containsKey(kept.code())
                || kept.code().startsWith("F07")
                || kept.code().startsWith(CRITERION);
        var isPoints = kept.code().equals("F06p");
        return new ReportFigure(
                kept.code(),
                nameOf(kept.code()),
                isRate ? percent() : unitOf(kept.code(), isPoints),
                isRate || isPoints ? RATE_DECIMALS : 0,
                kept.value(),
                kept.numerator(),
                kept.denominator(),
                Qualifier.valueOf(kept.qualifier()),
                kept.reason(),
                RATES.getOrDefault(
                        kept.code(),
                        kept.code().startsWith("F07")
                                        || kept.code().startsWith(CRITERION)
                                        || kept.code().equals("Y")
                                ? ""
                                : ATTAINMENT),
                kept.figureId(),
                kept.hash());
    }

    private Names unitOf(String code, boolean isPoints) {
        if (code.equals("Y")) {
            return new Names("", "");
        }
        return wording.t(isPoints ? "report.unit.points" : "report.unit.communities");
    }
}

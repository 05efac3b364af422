package org.zhuxi.report.internal;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.indicator.Comparison;
import org.zhuxi.indicator.Comparisons;
import org.zhuxi.indicator.Delta;
import org.zhuxi.indicator.IndicatorDefinition;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.QualifiedNumber;
import org.zhuxi.indicator.Qualifier;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Target;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Names;
import org.zhuxi.report.Expectation;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.report.ReportTable;
import org.zhuxi.report.ReportTable.Cell;

/** Tables that follow from records: indicators of the year, before and after, what is due, what does not fit, targets. */
@Configuration(proxyBeanMethods = false)
class RecordTables {

    private static final int MOST_ROWS = 500;
    private static final Names NOTHING = new Names("", "");

    /** What environment, sorting and saving came to in the year. */
    @Bean
    TableSource indicatorsTable(Indicators indicators, Wording words) {
        return values("indicators", Set.of("waste", "saving", "environment"), indicators, words);
    }

    /** How residents took part. */
    @Bean
    TableSource residentsTable(Indicators indicators, Wording words) {
        return values("residents", Set.of("people"), indicators, words);
    }

    private static TableSource values(String code, Set<String> topics, Indicators indicators, Wording words) {
        return new FigureTables.Maker(
                code,
                subject -> new ReportTable(
                        code,
                        words.t("report.table." + code),
                        List.of(
                                words.column("report.column.figure", false),
                                words.column("report.column.value", true),
                                words.column("report.column.unit", false)),
                        indicators.list("").stream()
                                .filter(one -> topics.contains(one.topic()))
                                .flatMap(one -> row(one, subject, indicators, words).stream())
                                .toList(),
                        words.t("report.table.indicators.note")));
    }

    private static List<List<Cell>> row(
            IndicatorDefinition one, Subject subject, Indicators indicators, Wording words) {
        var report = subject.report();
        return indicators.value(one.code(), report.path(), subject.period()) instanceof Reckoned.Known known
                ? List.of(List.of(
                        Cell.of(one.names()),
                        new Cell(
                                words.value(known.value(), one.decimals(), known.qualifier(), ""),
                                ReportLinks.indicator(one.code(), report.place(), report.year())),
                        Cell.of(one.unit())))
                : List.of();
    }

    /** Before and after, as documents print it; a missing side is called so. */
    @Bean
    TableSource comparisonsTable(Comparisons comparisons, Wording words) {
        return new FigureTables.Maker(
                "comparisons",
                subject -> new ReportTable(
                        "comparisons",
                        words.t("report.table.comparisons"),
                        List.of(
                                words.column("report.column.figure", false),
                                words.column("report.column.unit", false),
                                words.column("report.column.before", true),
                                words.column("report.column.after", true),
                                words.column("report.column.change", true),
                                words.column("report.column.source", false)),
                        comparisons.list(subject.report().path(), MOST_ROWS, null).items().stream()
                                .map(line -> List.of(
                                        Cell.of(line.names()),
                                        Cell.of(line.unit()),
                                        side(line.before(), words),
                                        side(line.after(), words),
                                        change(line, words),
                                        Cell.of(line.source())))
                                .toList(),
                        NOTHING));
    }

    private static Cell side(@Nullable QualifiedNumber number, Wording words) {
        return number == null ? Cell.of(words.t("indicator.not-given")) : Cell.of(number.original());
    }

    private static Cell change(Comparison line, Wording words) {
        var printed = line.change();
        return line.delta()
                .map(delta -> change(delta, line.unit(), words))
                .map(change -> printed == null || printed.qualifier() == Qualifier.EXACT
                        ? change
                        : words.t("indicator.qualifier." + printed.qualifier().name(), change))
                .map(Cell::of)
                .orElse(Cell.of(words.t("indicator.no-change")));
    }

    private static Names change(Delta delta, Names unit, Wording words) {
        var scale = Math.max(0, delta.amount().stripTrailingZeros().scale());
        var amount = (delta.amount().signum() > 0 ? "+" : "") + Wording.number(delta.amount(), scale);
        return switch (delta.kind()) {
            case PERCENTAGE_POINTS -> words.t("indicator.delta.points", amount);
            case PERCENT -> words.t("indicator.delta.percent", amount);
            case ABSOLUTE -> words.t("indicator.delta.absolute", amount, unit);
        };
    }

    /** Reports of the places below that are late, overdue or excused. */
    @Bean
    TableSource dueTable(ExpectationStore expectations, Wording words, java.time.Clock clock) {
        return new FigureTables.Maker("due", subject -> {
            var now = clock.instant();
            return new ReportTable(
                    "due",
                    words.t("report.table.due"),
                    List.of(
                            words.column("report.column.place", false),
                            words.column("report.column.due", false),
                            words.column("report.column.standing", false),
                            words.column("report.column.why", false)),
                    expectations
                            .list(
                                    subject.report().path(),
                                    What.ANNUAL,
                                    subject.report().year(),
                                    null,
                                    MOST_ROWS,
                                    null)
                            .stream()
                            .filter(one -> !one.place().equals(subject.report().place()))
                            .filter(one -> one.standing(now) != Expectation.Standing.IN_TIME)
                            .map(one -> List.of(
                                    Cell.of(one.name()),
                                    Cell.of(one.due().day().toString()),
                                    Cell.of(words.t("report.standing." + one.standing(now))),
                                    Cell.of(one.excuse())))
                            .toList(),
                    NOTHING);
        });
    }

    /** Rates that are not there, wait for verification, or no longer come out as published. */
    @Bean
    TableSource qualityTable(Indicators indicators, PublishedFigures published, Wording words) {
        return new FigureTables.Maker(
                "quality",
                subject -> new ReportTable(
                        "quality",
                        words.t("report.table.quality"),
                        List.of(words.column("report.column.figure", false), words.column("report.column.why", false)),
                        subject.figures().values().stream()
                                .filter(figure -> Figures.RATES.containsKey(figure.code()))
                                .flatMap(
                                        figure -> faults(
                                                figure.indicator(),
                                                figure.names(),
                                                subject,
                                                indicators,
                                                published,
                                                words)
                                                .stream())
                                .toList(),
                        words.t("report.table.quality.note")));
    }

    private static List<List<Cell>> faults(
            String indicator,
            Names name,
            Subject subject,
            Indicators indicators,
            PublishedFigures published,
            Wording words) {
        var path = subject.report().path();
        var view = indicators.open(indicator, path.value(), subject.period());
        var standing = published.find(indicator, path, subject.period());
        var faults = new java.util.ArrayList<List<Cell>>();
        if (view.value() instanceof Reckoned.None none) {
            faults.add(List.of(
                    Cell.of(name),
                    Cell.of(words.t("report.none." + none.reason().name()))));
        }
        if (!view.value().equals(view.withWaiting())) {
            faults.add(List.of(Cell.of(name), Cell.of(words.t("report.quality.waiting"))));
        }
        if (standing.isPresent() && Boolean.FALSE.equals(standing.get().stillTrue())) {
            faults.add(List.of(Cell.of(name), Cell.of(words.t("report.quality.untrue"))));
        }
        return faults;
    }

    /** What should be reached, and how far it is. */
    @Bean
    TableSource targetsTable(Indicators indicators, Targets targets, Wording words) {
        return new FigureTables.Maker(
                "targets",
                subject -> new ReportTable(
                        "targets",
                        words.t("report.table.targets"),
                        List.of(
                                words.column("report.column.figure", false),
                                words.column("report.column.year", false),
                                words.column("report.column.target", true),
                                words.column("report.column.missing", true),
                                words.column("report.column.source", false)),
                        indicators.list("").stream()
                                .flatMap(one -> targets
                                        .held(
                                                one,
                                                subject.report().path(),
                                                indicators.value(
                                                        one.code(),
                                                        subject.report().path(),
                                                        subject.period()))
                                        .stream()
                                        .filter(held -> held.target().kind() == Target.Kind.TARGET)
                                        .map(held -> List.of(
                                                Cell.of(one.names()),
                                                Cell.of(held.target().period().code()),
                                                Cell.of(new Names(
                                                        held.target()
                                                                        .value()
                                                                        .stripTrailingZeros()
                                                                        .toPlainString() + " "
                                                                + one.unit().zh(),
                                                        held.target()
                                                                        .value()
                                                                        .stripTrailingZeros()
                                                                        .toPlainString() + " "
                                                                + one.unit().en())),
                                                held.missing() == null
                                                        ? Cell.of("—")
                                                        : Cell.of(Wording.number(Math.max(0, held.missing()))),
                                                Cell.of(held.target().source()))))
                                .toList(),
                        words.t("report.table.targets.note")));
    }
}

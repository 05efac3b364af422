package org.zhuxi.report.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.indicator.Indicators;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.Registers;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.indicator.Verdict;
import org.zhuxi.kernel.Names;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportTable;
import org.zhuxi.report.ReportTable.Cell;

/** Tables that follow from the figures of a report: rates, the places below, the register, what each figure means and stands on. */
@Configuration(proxyBeanMethods = false)
class FigureTables {

    private static final int MOST_ROWS = 2_000;
    private static final Names NOTHING = new Names("", "");

    /** Table 一: every rate with what it is divided by. */
    @Bean
    TableSource ratesTable(Figures figures, Wording words) {
        return source("rates", subject -> {
            var rows = subject.figures().values().stream()
                    .filter(figure -> !figure.code().equals("Y") && !Figures.isOfCriterion(figure))
                    .map(figure -> List.of(
                            Cell.of(figure.names()),
                            words.cell(figure, ReportLinks.of(figure, subject.report())),
                            Cell.of(figure.unit()),
                            words.cell(figure.numerator(), 0),
                            words.cell(figure.denominator(), 0)))
                    .toList();
            return new ReportTable(
                    "rates",
                    words.t("report.table.rates"),
                    List.of(
                            words.column("report.column.figure", false),
                            words.column("report.column.value", true),
                            words.column("report.column.unit", false),
                            words.column("report.column.numerator", true),
                            words.column("report.column.denominator", true)),
                    rows,
                    verdict(figures, subject, words));
        });
    }

    /** Held on exact numbers: 59,999 of 99,999 prints 60.00 % and does not reach 60 %. */
    private static Names verdict(Figures figures, Subject subject, Wording words) {
        return figures.target(subject.report().path(), subject.period())
                .filter(held -> held.verdict() != null)
                .map(held -> words.t(
                        "report.verdict." + Objects.requireNonNullElse(held.verdict(), Verdict.UNKNOWN),
                        held.target().value().stripTrailingZeros().toPlainString(),
                        String.valueOf(held.target().period().year()),
                        held.target().source()))
                .orElse(words.t("report.verdict.none"));
    }

    /** Annex 3: the places directly below, with their sum; the rate of the sum is reckoned from sums. */
    @Bean
    TableSource regionsTable(Indicators indicators, ReportPlaces places, Wording words) {
        return source("regions", subject -> {
            var report = subject.report();
            var at = places.branching(report.path());
            var view = indicators.open(Figures.ATTAINMENT, at.value(), subject.period());
            var rows = new ArrayList<List<Cell>>();
            view.parts().stream()
                    .limit(MOST_ROWS)
                    .forEach(part -> rows.add(List.of(
                            new Cell(
                                    part.name(), ReportLinks.indicator(Figures.ATTAINMENT, part.code(), report.year())),
                            term(part.terms(), "register.communities", words),
                            term(part.terms(), "assessment.attained", words),
                            words.cell(part.value().orNull(), 2))));
            if (!rows.isEmpty()) {
                rows.add(total(view, words));
            }
            return new ReportTable(
                    "regions",
                    words.t("report.table.regions"),
                    List.of(
                            words.column("report.column.place", false),
                            words.column("report.figure.N", true),
                            words.column("report.figure.A", true),
                            words.column("report.column.rate", true)),
                    rows,
                    words.t("report.table.regions.note"));
        });
    }

    private static List<Cell> total(IndicatorView view, Wording words) {
        return List.of(
                Cell.of(words.t("report.total")),
                term(view.terms(), "register.communities", words),
                term(view.terms(), "assessment.attained", words),
                words.cell(view.value().orNull(), 2));
    }

    private static Cell term(List<TermValue> terms, String measure, Wording words) {
        return terms.stream()
                .filter(one -> one.measure().code().equals(measure))
                .findFirst()
                .map(one -> words.cell(one.verified(), 0))
                .orElse(Cell.of("—"));
    }

    /** Annex 1: the communities, or places with their number of communities, that rates are divided by. */
    @Bean
    TableSource registerTable(Registers registers, Wording words) {
        return source("register", subject -> {
            var register = registers.find(subject.report().path(), subject.period());
            var rows = register.map(found -> registers.items(found.id()).stream()
                            .limit(MOST_ROWS)
                            .map(item -> List.of(
                                    Cell.of(item.name()),
                                    Cell.of(item.place()),
                                    Cell.of(words.t(item.urban() ? "report.urban" : "report.rural")),
                                    Cell.of(Wording.number(item.communities()))))
                            .toList())
                    .orElse(List.of());
            return new ReportTable(
                    "register",
                    words.t("report.table.register"),
                    List.of(
                            words.column("report.column.place", false),
                            words.column("report.column.code", false),
                            words.column("report.column.kind", false),
                            words.column("report.column.communities", true)),
                    rows,
                    register.map(found -> words.t(
                                    "report.table.register.note",
                                    found.asOf().toString(),
                                    found.source(),
                                    found.hash()))
                            .orElse(NOTHING));
        });
    }

    /** Annex 4: what each rate means. */
    @Bean
    TableSource definitionsTable(Indicators indicators, Wording words) {
        return source(
                "definitions",
                subject -> new ReportTable(
                        "definitions",
                        words.t("report.table.definitions"),
                        List.of(
                                words.column("report.column.code", false),
                                words.column("report.column.figure", false),
                                words.column("report.column.formula", false),
                                words.column("report.column.source", false)),
                        subject.figures().values().stream()
                                .filter(figure -> Figures.RATES.containsKey(figure.code()))
                                .map(figure -> indicators.get(figure.indicator()))
                                .map(one -> List.of(
                                        new Cell(
                                                new Names(one.code(), one.code()),
                                                ReportLinks.indicator(
                                                        one.code(),
                                                        subject.report().place(),
                                                        subject.report().year())),
                                        Cell.of(one.names()),
                                        Cell.of(one.formula()),
                                        Cell.of(one.source())))
                                .toList(),
                        NOTHING));
    }

    /** Annex 5: figures of the year that were corrected after they had been published. */
    @Bean
    TableSource correctionsTable(PublishedFigures figures, Indicators indicators, Wording words) {
        return source(
                "corrections",
                subject -> new ReportTable(
                        "corrections",
                        words.t("report.table.corrections"),
                        List.of(
                                words.column("report.column.place", false),
                                words.column("report.column.figure", false),
                                words.column("report.column.value", true),
                                words.column("report.column.why", false)),
                        figures.list(subject.report().path(), null, MOST_ROWS, null).items().stream()
                                .filter(one -> one.corrects() != null)
                                .filter(one ->
                                        one.period().year() == subject.report().year())
                                .map(one -> List.of(
                                        Cell.of(one.name()),
                                        new Cell(
                                                indicators.get(one.indicator()).names(),
                                                "/indicators/figures/" + one.id()),
                                        Cell.of(one.value().toPlainString()),
                                        Cell.of(one.note())))
                                .toList(),
                        words.t("report.table.corrections.note")));
    }

    /** Annex 6: what each number stands on. */
    @Bean
    TableSource hashesTable(Wording words) {
        return source(
                "hashes",
                subject -> new ReportTable(
                        "hashes",
                        words.t("report.table.hashes"),
                        List.of(words.column("report.column.figure", false), words.column("report.column.hash", false)),
                        subject.figures().values().stream()
                                .filter(figure -> !figure.hash().isEmpty())
                                .map(figure -> hash(figure, subject))
                                .toList(),
                        words.t("report.table.hashes.note")));
    }

    private static List<Cell> hash(ReportFigure figure, Subject subject) {
        var link = ReportLinks.of(figure, subject.report());
        return List.of(new Cell(figure.names(), link.isEmpty() ? null : link), Cell.of(figure.hash()));
    }

    private static TableSource source(String code, java.util.function.Function<Subject, ReportTable> maker) {
        return new Maker(code, maker);
    }

    /** A table and how it is made. */
    record Maker(String code, java.util.function.Function<Subject, ReportTable> maker) implements TableSource {

        @Override
        public ReportTable of(Subject subject) {
            return maker.apply(subject);
        }
    }
}

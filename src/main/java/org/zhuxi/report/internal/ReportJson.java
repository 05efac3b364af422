package org.zhuxi.report.internal;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportDocument;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportSection;
import org.zhuxi.report.ReportTable;

/** Reports for programs. */
final class ReportJson {

    private ReportJson() {}

    record Head(
            UUID id,
            String place,
            String path,
            String name,
            int year,
            String template,
            int templateVersion,
            String state,
            int round,
            LocalDate dueOn,
            @Nullable Instant submittedAt,
            @Nullable Boolean onTime,
            String receipt,
            String rootHash,
            @Nullable Instant publishedAt,
            String origin) {

        static Head of(Report it, Locale locale) {
            return new Head(
                    it.id(),
                    it.place(),
                    it.path().value(),
                    it.name().in(locale),
                    it.year(),
                    it.template(),
                    it.templateVersion(),
                    it.state().name(),
                    it.round(),
                    it.due().day(),
                    it.submittedAt(),
                    it.onTime(),
                    it.receipt(),
                    it.rootHash(),
                    it.publishedAt(),
                    it.origin().name());
        }
    }

    record Items(List<Head> items, @Nullable String next) {}

    record Figure(
            String code,
            String name,
            String unit,
            @Nullable BigDecimal value,
            @Nullable BigDecimal numerator,
            @Nullable BigDecimal denominator,
            String qualifier,
            String reason,
            @Nullable UUID publishedFigure,
            String hash) {

        static Figure of(ReportFigure it, Locale locale) {
            return new Figure(
                    it.code(),
                    it.names().in(locale),
                    it.unit().in(locale),
                    it.value(),
                    it.numerator(),
                    it.denominator(),
                    it.qualifier().name(),
                    it.reason(),
                    it.published(),
                    it.hash());
        }
    }

    record Table(String code, String name, List<String> columns, List<List<String>> rows, String note) {

        static Table of(ReportTable it, Locale locale) {
            return new Table(
                    it.code(),
                    it.names().in(locale),
                    it.columns().stream().map(one -> one.names().in(locale)).toList(),
                    it.rows().stream()
                            .map(row -> row.stream()
                                    .map(cell -> cell.words().in(locale))
                                    .toList())
                            .toList(),
                    it.note().in(locale));
        }
    }

    /** @param words as they were written, with figures cited as {@code {F02}} */
    record Text(String code, int version, String words) {}

    record Section(String code, String number, String name, List<Table> tables, List<Text> texts) {

        static Section of(ReportSection it, Locale locale) {
            return new Section(
                    it.code(),
                    it.number(),
                    it.names().in(locale),
                    it.blocks().stream()
                            .filter(ReportSection.Numbers.class::isInstance)
                            .map(block -> Table.of(((ReportSection.Numbers) block).table(), locale))
                            .toList(),
                    it.blocks().stream()
                            .filter(ReportSection.Prose.class::isInstance)
                            .map(block -> ((ReportSection.Prose) block).text())
                            .map(text -> new Text(
                                    text.code(), text.version(), text.words().in(locale)))
                            .toList());
        }
    }

    record Whole(Head report, boolean kept, List<Figure> figures, List<Section> sections) {

        static Whole of(ReportDocument it, Locale locale) {
            return new Whole(
                    Head.of(it.report(), locale),
                    it.kept(),
                    it.figures().values().stream()
                            .map(figure -> Figure.of(figure, locale))
                            .toList(),
                    it.sections().stream()
                            .map(section -> Section.of(section, locale))
                            .toList());
        }
    }
}

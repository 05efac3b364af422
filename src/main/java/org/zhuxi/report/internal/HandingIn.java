package org.zhuxi.report.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.NewFigure;
import org.zhuxi.indicator.PublishedFigure;
import org.zhuxi.indicator.PublishedFigures;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Sha256;
import org.zhuxi.report.Report;
import org.zhuxi.report.ReportFigure;
import org.zhuxi.report.ReportRefused;
import org.zhuxi.report.ReportTable;

/** What happens when a report is handed in: the numbers are published and stand still under one hash. */
@Component
public class HandingIn {

    private final ReportStore store;
    private final PaperStore papers;
    private final KeptStore kept;
    private final ExpectationStore expectations;
    private final Documents documents;
    private final Figures figures;
    private final PublishedFigures published;

    HandingIn(
            ReportStore store,
            PaperStore papers,
            KeptStore kept,
            ExpectationStore expectations,
            Documents documents,
            Figures figures,
            PublishedFigures published) {
        this.store = store;
        this.papers = papers;
        this.kept = kept;
        this.expectations = expectations;
        this.documents = documents;
        this.figures = figures;
        this.published = published;
    }

    /** Asks those who sign at the level of the report. */
    public void askToSign(Report report) {
        papers.ask(report.id(), report.round(), documents.template().departments(report.level()));
    }

    /**
     * Keeps numbers and tables as they are now and gives a receipt. A late report is taken and said to be late.
     *
     * @throws ReportRefused when reports below are open, numbers are missing, or one was published and has changed
     */
    public void handIn(Actor actor, Report report, Instant at) {
        requireLowerAccepted(report);
        var numbers = new LinkedHashMap<String, ReportFigure>();
        var sheets = figures.sheets(report.path(), report.year());
        figures.withCriteria(report.path(), report.year(), sheets)
                .values()
                .forEach(figure -> numbers.put(figure.code(), publish(actor, report, figure)));
        if (Objects.requireNonNull(numbers.get("F02")).value() == null) {
            throw new ReportRefused.NoNumbers();
        }
        var tables = new LinkedHashMap<String, String>();
        documents.tables(report, numbers, sheets).values().forEach(table -> put(tables, table));
        kept.keep(report.id(), report.round(), List.copyOf(numbers.values()));
        kept.keepTables(report.id(), report.round(), tables);
        var receipt = "%d-%s-%02d".formatted(report.year(), report.place(), report.round());
        store.noteHandedIn(
                report.id(), at, report.due().isOnTime(at), receipt, rootHash(report, numbers.values(), tables));
    }

    private static void put(Map<String, String> tables, ReportTable table) {
        tables.put(table.code(), Documents.json(table));
    }

    private void requireLowerAccepted(Report report) {
        var open = expectations.notAccepted(report.year(), report.path());
        if (!open.isEmpty()) {
            throw new ReportRefused.LowerOpen(open.size(), open.getFirst().name());
        }
    }

    /** A rate is handed in as a published figure: the one that stands, or a new one. */
    private ReportFigure publish(Actor actor, Report report, ReportFigure figure) {
        var isRate = Figures.RATES.containsKey(figure.code());
        if (!isRate || figure.value() == null) {
            return figure.kept(null, Sha256.hex(line(report, figure, null)));
        }
        var period = new ReportPeriod(report.year(), null);
        var standing = published
                .find(figure.indicator(), report.path(), period)
                .orElseGet(() -> published.publish(
                        actor,
                        Ids.derived(report.id(), figure.code() + report.round()),
                        new NewFigure(figure.indicator(), report.place(), period.code()),
                        report.origin()));
        if (standing.value().compareTo(figure.value()) != 0
                || standing.numerator().compareTo(figure.numerator()) != 0) {
            throw new ReportRefused.Moved(
                    figure.names(),
                    standing.value().toPlainString(),
                    figure.value().toPlainString());
        }
        return figure.kept(standing.id(), Sha256.hex(line(report, figure, standing)));
    }

    private static String line(Report report, ReportFigure figure, @Nullable PublishedFigure standing) {
        return String.join(
                "|",
                report.place(),
                String.valueOf(report.year()),
                figure.code(),
                String.valueOf(figure.value()),
                String.valueOf(figure.numerator()),
                String.valueOf(figure.denominator()),
                figure.reason(),
                standing == null ? "" : standing.hash());
    }

    /** One hash over all numbers and tables, so that any later change of one shows. */
    private static String rootHash(Report report, Iterable<ReportFigure> numbers, Map<String, String> tables) {
        var lines = new ArrayList<String>();
        lines.add("%s v%d %s %d".formatted(report.template(), report.templateVersion(), report.place(), report.year()));
        numbers.forEach(figure -> lines.add(figure.code() + " " + figure.hash()));
        tables.forEach((code, content) -> lines.add(code + " " + Sha256.hex(content)));
        return Sha256.hex(String.join("\n", lines));
    }

    /** @throws ReportRefused.AboveHandedIn when a report above that counted on this one is handed in */
    public void requireNotRestedOn(Report report) {
        store.above(report.path(), report.year()).stream()
                .filter(one -> one.state().isHandedIn())
                .findFirst()
                .ifPresent(one -> {
                    throw new ReportRefused.AboveHandedIn(one.name());
                });
    }
}

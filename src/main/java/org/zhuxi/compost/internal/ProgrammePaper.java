package org.zhuxi.compost.internal;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.zhuxi.carbon.SumPaper;
import org.zhuxi.compost.ProgrammeReport;
import org.zhuxi.compost.ProgrammeReport.SiteYear;
import org.zhuxi.platform.paper.Paper;
import org.zhuxi.platform.web.Page;

/** The report of a programme as it goes on paper: what its page says, with every statement and factor. */
final class ProgrammePaper {

    private static final int SECTION = 2;

    private final Page page;
    private final ProgrammeReport report;

    private ProgrammePaper(Page page, ProgrammeReport report) {
        this.page = page;
        this.report = report;
    }

    static Paper of(Page page, ProgrammeReport report) {
        return new ProgrammePaper(page, report).print();
    }

    private Paper print() {
        var parts = new ArrayList<Paper.Part>();
        var sum = report.climate().sum();
        if (sum == null) {
            parts.add(new Paper.Paragraph(page.t("compost.benefits.no-statement")));
        } else {
            parts.addAll(SumPaper.parts(page, sum));
        }
        if (report.climate().leftOut() > 0) {
            parts.add(new Paper.Paragraph(page.t(
                    "compost.programme.left-out", page.number(report.climate().leftOut()))));
        }
        parts.add(new Paper.Heading(SECTION, page.t("compost.benefits.environment")));
        parts.add(sites());
        return new Paper(
                page.t("compost.programme.title", report.name(), Integer.toString(report.year())),
                page.languageTag(),
                List.of(page.t(
                        "compost.programme.covered",
                        page.number(report.reported()),
                        page.number(report.sites().size()),
                        page.number(report.months()))),
                parts);
    }

    private Paper.Grid sites() {
        var rows = new ArrayList<List<String>>();
        report.sites().stream().filter(it -> it.months() > 0).map(this::row).forEach(rows::add);
        rows.add(List.of(
                page.t("compost.programme.sum"),
                page.number(report.months()),
                kilograms(report.treatedKg()),
                kilograms(report.madeKg())));
        return new Paper.Grid(
                page.t("compost.programme.sites"),
                List.of(
                        page.t("compost.site"),
                        page.t("compost.months"),
                        page.t("compost.treated") + " kg",
                        page.t("compost.made") + " kg"),
                List.of(false, true, true, true),
                rows,
                "");
    }

    private List<String> row(SiteYear it) {
        return List.of(
                page.name(it.site().name()),
                page.number(it.months()),
                kilograms(it.treatedKg()),
                kilograms(it.madeKg()));
    }

    private String kilograms(BigDecimal mass) {
        return page.number(mass, 1);
    }
}

package org.zhuxi.report.internal;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.kernel.Names;
import org.zhuxi.project.FundSums;
import org.zhuxi.report.Commendation;
import org.zhuxi.report.Deadline;
import org.zhuxi.report.ReportTable;
import org.zhuxi.report.ReportTable.Cell;

/** Tables of plans, funds, bases and commendations. */
@Configuration(proxyBeanMethods = false)
class HonourTables {

    private static final int MOST_ROWS = 500;
    private static final int FEN_DECIMALS = 2;
    private static final Names NOTHING = new Names("", "");

    /** The money of projects, as it is booked with them. */
    @Bean
    TableSource projectFundsTable(FundSums sums, Wording words) {
        return new FigureTables.Maker(
                "project-funds",
                subject -> new ReportTable(
                        "project-funds",
                        words.t("report.table.project-funds"),
                        fundColumns(words),
                        sums.of(subject.report().path(), subject.report().year()).stream()
                                .map(sum -> List.of(
                                        Cell.of(sum.source().names()),
                                        Cell.of(words.t("report.fund.area." + sum.area())),
                                        yuan(sum.plannedFen()),
                                        yuan(sum.allocatedFen()),
                                        yuan(sum.paidFen())))
                                .toList(),
                        words.t("report.table.project-funds.note")));
    }

    private static List<ReportTable.Column> fundColumns(Wording words) {
        return List.of(
                words.column("report.fund.kind", false),
                words.column("report.fund.area", false),
                words.column("report.fund.planned", true),
                words.column("report.fund.allocated", true),
                words.column("report.fund.disbursed", true));
    }

    /** What the office entered besides, such as money of a whole city that is booked to no project. */
    @Bean
    TableSource fundsTable(FundStore funds, Wording words) {
        return new FigureTables.Maker(
                "funds",
                subject -> new ReportTable(
                        "funds",
                        words.t("report.table.funds"),
                        fundColumns(words),
                        funds.sums(subject.report().path(), subject.report().year()).stream()
                                .map(sum -> List.of(
                                        Cell.of(sum.kind().names()),
                                        Cell.of(sum.area().names()),
                                        yuan(sum.plannedFen()),
                                        yuan(sum.allocatedFen()),
                                        yuan(sum.disbursedFen())))
                                .toList(),
                        NOTHING));
    }

    private static Cell yuan(long fen) {
        return Cell.of(Wording.number(BigDecimal.valueOf(fen, FEN_DECIMALS), FEN_DECIMALS));
    }

    /** Plans that hold, the latest first. */
    @Bean
    TableSource planTable(PlanStore plans, Wording words) {
        return new FigureTables.Maker(
                "plan",
                subject -> new ReportTable(
                        "plan",
                        words.t("report.table.plan"),
                        List.of(
                                words.column("report.column.year", false),
                                words.column("report.plan.title", false),
                                words.column("report.plan.document", false),
                                words.column("report.plan.came", false)),
                        plans.of(subject.report().place(), subject.report().year()).stream()
                                .map(one -> List.of(
                                        Cell.of(String.valueOf(one.year())),
                                        Cell.of(one.title()),
                                        Cell.of(one.document()),
                                        Cell.of(one.submittedAt()
                                                .atZone(Deadline.ZONE)
                                                .toLocalDate()
                                                .toString())))
                                .toList(),
                        NOTHING));
    }

    @Bean
    TableSource basesTable(BaseStore bases, Wording words) {
        return new FigureTables.Maker(
                "bases",
                subject -> new ReportTable(
                        "bases",
                        words.t("report.table.bases"),
                        List.of(
                                words.column("report.base.name", false),
                                words.column("report.base.theme", false),
                                words.column("report.base.opened", false),
                                words.column("report.base.visitors", true),
                                words.column("report.column.source", false)),
                        bases.list(subject.report().path(), "", MOST_ROWS, null).stream()
                                .filter(one -> !one.withdrawn()
                                        && one.openedOn().getYear()
                                                <= subject.report().year())
                                .map(one -> List.of(
                                        Cell.of(one.name()),
                                        Cell.of(one.theme()),
                                        Cell.of(one.openedOn().toString()),
                                        one.visitors() == null
                                                ? Cell.of("—")
                                                : Cell.of(Wording.number(one.visitors()) + " (" + one.visitorsYear()
                                                        + ")"),
                                        Cell.of(one.source())))
                                .toList(),
                        NOTHING));
    }

    /** Cases made public by the year of the report. */
    @Bean
    TableSource casesTable(CaseStore cases, Wording words) {
        return new FigureTables.Maker(
                "cases",
                subject -> new ReportTable(
                        "cases",
                        words.t("report.table.cases"),
                        List.of(
                                words.column("report.case.title", false),
                                words.column("report.column.year", false),
                                words.column("report.column.source", false)),
                        cases.list(subject.report().path(), null, "", MOST_ROWS, null).stream()
                                .filter(one -> one.year() <= subject.report().year())
                                .map(one -> List.of(
                                        Cell.of(one.title()),
                                        Cell.of(String.valueOf(one.year())),
                                        Cell.of(one.source())))
                                .toList(),
                        NOTHING));
    }

    @Bean
    TableSource commendationsTable(CommendationStore commendations, Wording words) {
        return new FigureTables.Maker(
                "commendations",
                subject -> new ReportTable(
                        "commendations",
                        words.t("report.table.commendations"),
                        List.of(
                                words.column("report.commendation.kind", false),
                                words.column("report.commendation.name", false),
                                words.column("report.commendation.basis", false)),
                        commendations
                                .list(subject.report().path(), subject.report().year(), "", MOST_ROWS, null)
                                .stream()
                                .filter(one -> one.state() == Commendation.State.AWARDED)
                                .map(one -> List.of(
                                        Cell.of(words.t("report.commendation.kind." + one.kind())),
                                        Cell.of(one.name()),
                                        Cell.of(one.basis())))
                                .toList(),
                        NOTHING));
    }
}

package org.zhuxi.report.internal;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.zhuxi.assessment.AssessmentYears;
import org.zhuxi.assessment.CriterionCount;
import org.zhuxi.assessment.CriterionSheet;
import org.zhuxi.assessment.MemberStanding;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.web.Links;
import org.zhuxi.report.ReportTable;
import org.zhuxi.report.ReportTable.Cell;

/** Tables that follow from the assessments of the year: criterion by criterion, the weakest, enrolments, how each community stands. */
@Configuration(proxyBeanMethods = false)
class AssessmentTables {

    private static final int MOST_ROWS = 2_000;
    private static final int WEAKEST = 5;
    private static final Names NOTHING = new Names("", "");

    /** Table T2: each criterion with how many meet it, and F08. */
    @Bean
    TableSource criteriaTable(Wording words) {
        return new FigureTables.Maker(
                "criteria",
                subject -> table(
                        "criteria",
                        subject.sheets().all().stream()
                                .flatMap(sheet -> sheet.lines().stream().map(line -> row(sheet, line))),
                        words));
    }

    /** Where fewest meet a criterion; those that everybody meets are no problem. */
    @Bean
    TableSource weakestTable(Wording words) {
        return new FigureTables.Maker(
                "weakest",
                subject -> table(
                        "weakest", subject.sheets().all().stream().limit(1).flatMap(AssessmentTables::weakest), words));
    }

    private static Stream<List<Cell>> weakest(CriterionSheet sheet) {
        return sheet.lines().stream()
                .filter(line -> line.count().notMet() > 0)
                .sorted(Comparator.comparing(
                        line -> line.count().rate().map(rate -> rate.percent(2)).orElseThrow()))
                .limit(WEAKEST)
                .map(line -> row(sheet, line));
    }

    private static ReportTable table(String code, Stream<List<Cell>> rows, Wording words) {
        return new ReportTable(
                code,
                words.t("report.table." + code),
                List.of(
                        words.column("report.column.standard", false),
                        words.column("report.column.criterion", false),
                        words.column("report.column.met", true),
                        words.column("report.column.not-met", true),
                        words.column("report.column.not-applicable", true),
                        words.column("report.column.met-rate", true)),
                rows.toList(),
                words.t("report.table.criteria.note"));
    }

    private static List<Cell> row(CriterionSheet sheet, CriterionSheet.Line line) {
        var count = line.count();
        var names = line.criterion().names();
        var number = line.criterion().ordinal();
        return List.of(
                new Cell(
                        new Names(sheet.standard().code(), sheet.standard().code()),
                        Links.to(
                                "/standards/" + sheet.standard().code(),
                                "version",
                                String.valueOf(sheet.standard().version()))),
                Cell.of(new Names(number + " " + names.zh(), number + " " + names.en())),
                Cell.of(Wording.number(count.met())),
                Cell.of(Wording.number(count.notMet())),
                Cell.of(Wording.number(count.notApplicable())),
                rate(count));
    }

    private static Cell rate(CriterionCount count) {
        return count.rate()
                .map(rate -> Cell.of(Wording.number(rate.percent(2), 2)))
                .orElse(Cell.of("—"));
    }

    /** How communities were won, month by month. */
    @Bean
    TableSource enrolmentsTable(AssessmentYears years, Wording words) {
        return new FigureTables.Maker(
                "enrolments",
                subject -> new ReportTable(
                        "enrolments",
                        words.t("report.table.enrolments"),
                        List.of(
                                words.column("report.column.month", false),
                                words.column("report.column.communities", true)),
                        years
                                .enrolments(
                                        subject.report().year(),
                                        subject.report().path())
                                .stream()
                                .map(one -> List.of(Cell.of(one.month()), Cell.of(Wording.number(one.communities()))))
                                .toList(),
                        NOTHING));
    }

    /** Annex: how each community stands; those that do not take part are the ones to be won next. */
    @Bean
    TableSource communitiesTable(AssessmentYears years, Wording words) {
        return new FigureTables.Maker("communities", subject -> {
            var report = subject.report();
            var found = years.members(report.year(), report.path(), MOST_ROWS + 1);
            return new ReportTable(
                    "communities",
                    words.t("report.table.communities"),
                    List.of(
                            words.column("report.column.place", false),
                            words.column("report.column.code", false),
                            words.column("report.column.standing", false)),
                    found.stream()
                            .limit(MOST_ROWS)
                            .map(one -> member(one, words))
                            .toList(),
                    found.size() > MOST_ROWS
                            ? words.t("report.table.communities.more", Wording.number(MOST_ROWS))
                            : NOTHING);
        });
    }

    private static List<Cell> member(MemberStanding one, Wording words) {
        var published = one.published();
        return List.of(
                new Cell(one.names(), published == null ? null : "/assessments/" + published),
                Cell.of(one.place()),
                Cell.of(words.t("report.member." + one.standing())));
    }
}

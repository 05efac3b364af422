package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.account.Accounts;
import org.zhuxi.assessment.AssessmentMove;
import org.zhuxi.assessment.AssessmentYears;
import org.zhuxi.assessment.MemberStanding;
import org.zhuxi.assessment.NewSiteCheck;
import org.zhuxi.assessment.ReviewLevel;
import org.zhuxi.assessment.Trial;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.project.ProjectFunds;
import org.zhuxi.project.ProjectSteps;
import org.zhuxi.project.ProjectTalks;
import org.zhuxi.project.ProjectWorks;
import org.zhuxi.project.Projects;
import org.zhuxi.testing.ReportWorld;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** What assessments and projects give to a report. */
@ZhuxiTest
@Import(World.class)
class ReportSourcesTests {

    private final World worlds;
    private final Trial trial;
    private final AutowireCapableBeanFactory beans;
    private final Reports reports;
    private final CriterionHeat heat;
    private final AssessmentYears years;
    private final Places places;
    private final Accounts accounts;

    ReportSourcesTests(
            World worlds,
            AutowireCapableBeanFactory beans,
            Reports reports,
            CriterionHeat heat,
            AssessmentYears years,
            Places places,
            Accounts accounts) {
        this.worlds = worlds;
        this.beans = beans;
        this.trial = beans.createBean(Trial.class);
        this.reports = reports;
        this.heat = heat;
        this.years = years;
        this.places = places;
        this.accounts = accounts;
    }

    private ReportDocument document(String place, int year) {
        return reports.document(reports.begin(ReportWorld.officer(), Ids.next(), place, year, Origin.SYNTHETIC));
    }

    private static List<List<String>> rows(ReportDocument document, String code) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ReportSection.Numbers.class::isInstance)
                .map(block -> ((ReportSection.Numbers) block).table())
                .filter(table -> table.code().equals(code))
                .findFirst()
                .orElseThrow()
                .rows()
                .stream()
                .map(row -> row.stream().map(cell -> cell.words().zh()).toList())
                .toList();
    }

    @Test
    void eachCriterionStandsInTheReportWithItsRateAndWhatIsMissing() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.sites().record(trial.actor(begun, "assessor1"), trial.checkWithout(begun, "assessor1", "GC2020-04"));
        trial.sites().record(trial.actor(begun, "assessor2"), trial.checkWithout(begun, "assessor2", "GC2020-04"));
        var city = trial.actor(begun, "city");
        trial.decisions().decide(city, begun.id(), AssessmentMove.SCORE, "");
        var place = begun.made().communityCode();
        var path = begun.made().path();

        var document = document(place, Trial.YEAR);
        var criteria = rows(document, "criteria");
        assertThat(criteria).hasSize(16);
        assertThat(criteria.get(3)).startsWith("GC2020").endsWith("0", "1", "0", "0.00");
        assertThat(rows(document, "weakest"))
                .isNotEmpty()
                .allMatch(row -> row.get(3).equals("1"));
        assertThat(Objects.requireNonNull(document.figures().get("F08c4")).value())
                .isEqualByComparingTo("0");
        assertThat(Objects.requireNonNull(document.figures().get("F08c4")).denominator())
                .isEqualByComparingTo("1");
        assertThat(rows(document, "rates")).noneMatch(row -> row.getFirst().contains("条达标率"));
        assertThat(rows(document, "enrolments"))
                .singleElement()
                .satisfies(row -> assertThat(row).endsWith("1"));
        assertThat(rows(document, "communities"))
                .singleElement()
                .satisfies(row -> assertThat(row).contains(place, "参与创建"));

        var view = heat.open(ReportWorld.officer(), places.findByCode(place).orElseThrow(), Trial.YEAR);
        assertThat(view.sheets().getFirst().lines().get(3).count().band()).isZero();
        var street = places.findByPath(begun.made().street()).orElseThrow();
        var above = heat.open(ReportWorld.officer(), street, Trial.YEAR);
        assertThat(above.below()).anyMatch(one -> one.path().equals(path));
        assertThat(above.sheets().getFirst().lines())
                .allSatisfy(line -> assertThat(line.below().values().stream()
                                .mapToLong(one -> one.met() + one.notMet() + one.notApplicable() + one.notAssessed())
                                .sum())
                        .as("children add up")
                        .isEqualTo(line.count().met()
                                + line.count().notMet()
                                + line.count().notApplicable()
                                + line.count().notAssessed()));
        assertThatThrownBy(() -> heat.open(trial.actor(begun, "resident"), street, Trial.YEAR))
                .isInstanceOf(Refused.Forbidden.class);

        trial.decisions().decide(city, begun.id(), AssessmentMove.PROPOSE_FAIL, "");
        trial.decisions().decide(city, begun.id(), AssessmentMove.FAIL, "");
        assertThat(years.members(Trial.YEAR, path, 10))
                .extracting(MemberStanding::standing)
                .containsExactly(MemberStanding.Standing.NOT_ATTAINED);
    }

    @Test
    void aCommunityInTwoCyclesOfAStandardCountsOnceAsItWasScoredLast() {
        var first = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        var last = trial.again(first);
        score(last, who -> trial.check(last, who, true));
        score(first, who -> trial.checkWithout(first, who, "GC2020-04"));

        var lines = years.criteria(Trial.YEAR, first.made().path()).stream()
                .filter(sheet -> sheet.standard().code().equals("GC2020"))
                .findFirst()
                .orElseThrow()
                .lines();
        assertThat(lines)
                .hasSize(16)
                .allSatisfy(line -> assertThat(line.count().met()
                                + line.count().notMet()
                                + line.count().notApplicable())
                        .isEqualTo(1));
        assertThat(lines.get(3).count().notMet()).isEqualTo(1);
    }

    private void score(Trial.Begun begun, Function<String, NewSiteCheck> check) {
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.sites().record(trial.actor(begun, "assessor1"), check.apply("assessor1"));
        trial.sites().record(trial.actor(begun, "assessor2"), check.apply("assessor2"));
        trial.decisions().decide(trial.actor(begun, "city"), begun.id(), AssessmentMove.SCORE, "");
    }

    @Test
    void aCriterionIsCitedInATextByItsCode() {
        var begun = trial.begin("GC2020", EnumSet.of(ReviewLevel.STREET));
        trial.answerAll(begun);
        trial.reviewAll(begun);
        trial.sites().record(trial.actor(begun, "assessor1"), trial.check(begun, "assessor1", true));
        trial.sites().record(trial.actor(begun, "assessor2"), trial.check(begun, "assessor2", true));
        trial.decisions().decide(trial.actor(begun, "city"), begun.id(), AssessmentMove.SCORE, "");
        var report = reports.begin(
                ReportWorld.officer(), Ids.next(), begun.made().communityCode(), Trial.YEAR, Origin.SYNTHETIC);

        reports.write(
                ReportWorld.officer(),
                report.id(),
                "effect",
                0,
                new Names("生命通道达标率为{F08c8}。", "Lifelines are clear in {F08c8}."));

        assertThat(reports.document(report).figures()).containsKey("F08c8");
        assertThat(Objects.requireNonNull(reports.document(report).figures().get("F08c8"))
                        .names()
                        .zh())
                .startsWith("第 8 条达标率");
    }

    @Test
    void moneyOfProjectsComesFromTheirBooks() {
        var made = worlds.make(1);
        var works = new ProjectWorks(
                beans.getBean(Projects.class),
                beans.getBean(ProjectTalks.class),
                beans.getBean(ProjectSteps.class),
                beans.getBean(ProjectFunds.class),
                made);
        works.approved(accounts.actorOf(made.username("clerk")), accounts.actorOf(made.username("head")));

        var rows = rows(document(made.communityCode(), ProjectWorks.TODAY.getYear()), "project-funds");

        assertThat(rows)
                .containsExactly(
                        List.of("财政资金", "宜居环境", "280,000.00", "0.00", "0.00"),
                        List.of("居民自筹", "宜居环境", "420,000.00", "0.00", "0.00"));
    }
}

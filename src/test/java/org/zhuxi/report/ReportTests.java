package org.zhuxi.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.context.annotation.Import;
import org.zhuxi.indicator.NewTarget;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Target;
import org.zhuxi.indicator.Targets;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.NewDivision;
import org.zhuxi.place.PlaceKind;
import org.zhuxi.place.Places;
import org.zhuxi.place.Register;
import org.zhuxi.report.Expectation.What;
import org.zhuxi.testing.ReportWorld;
import org.zhuxi.testing.World;
import org.zhuxi.testing.ZhuxiTest;

/** Numbers of reports, who may do what when, and what stands still. */
@ZhuxiTest
@Import(World.class)
class ReportTests {

    private static final AtomicInteger COUNTIES = new AtomicInteger(71);
    private static final LocalDate SINCE = LocalDate.of(2019, 1, 1);

    private final ReportWorld world;
    private final World worlds;
    private final Reports reports;
    private final ReportCourse course;
    private final Expectations expectations;
    private final Plans plans;
    private final Funds funds;
    private final Honours honours;
    private final Targets targets;
    private final Register register;
    private final Places places;

    ReportTests(
            AutowireCapableBeanFactory beans,
            World worlds,
            Reports reports,
            ReportCourse course,
            Expectations expectations,
            Plans plans,
            Funds funds,
            Honours honours,
            Targets targets,
            Register register,
            Places places) {
        this.world = beans.createBean(ReportWorld.class);
        this.worlds = worlds;
        this.reports = reports;
        this.course = course;
        this.expectations = expectations;
        this.plans = plans;
        this.funds = funds;
        this.honours = honours;
        this.targets = targets;
        this.register = register;
        this.places = places;
    }

    /** A county with so many streets, of its own. */
    private List<String> county(int streets) {
        var county = "3210" + COUNTIES.getAndIncrement();
        var codes = new java.util.ArrayList<>(List.of(county + "000000"));
        register.addDivisions(World.founder(), List.of(division(county + "000000", PlaceKind.COUNTY, "321000000000")));
        for (var street = 1; street <= streets; street++) {
            codes.add(county + "00" + street + "000");
        }
        register.addDivisions(
                World.founder(),
                codes.stream()
                        .skip(1)
                        .map(code -> division(code, PlaceKind.STREET, county + "000000"))
                        .toList());
        return codes;
    }

    private static NewDivision division(String code, PlaceKind kind, String parent) {
        return new NewDivision(
                code, kind, parent, new Names("试" + code, "Trial " + code), SINCE, Origin.SYNTHETIC, "test");
    }

    private void target(String place) {
        targets.set(
                ReportWorld.officer(),
                Ids.next(),
                new NewTarget(
                        "assessment.attainment.rate",
                        place,
                        Target.Kind.TARGET,
                        ReportPeriod.parse("2022").orElseThrow(),
                        new BigDecimal("60"),
                        "建城〔2020〕68号"),
                Origin.PUBLIC);
    }

    private ReportDocument document(String place, int year) {
        return reports.document(reports.begin(ReportWorld.officer(), Ids.next(), place, year, Origin.SYNTHETIC));
    }

    private static BigDecimal value(ReportDocument document, String code) {
        return Objects.requireNonNull(
                Objects.requireNonNull(document.figures().get(code)).value());
    }

    private static ReportTable table(ReportDocument document, String code) {
        return document.sections().stream()
                .flatMap(section -> section.blocks().stream())
                .filter(ReportSection.Numbers.class::isInstance)
                .map(block -> ((ReportSection.Numbers) block).table())
                .filter(table -> table.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void o01_o02_o03_theReportOfShanghaiPrintsItsRateGapAndGrowth() {
        var place = worlds.make(1).communityCode();
        world.numbers(place, 2021, 4_530, 2_637);
        world.numbers(place, 2022, 4_537, 3_901);
        target(place);

        var document = document(place, 2022);

        assertThat(value(document, "F02")).isEqualByComparingTo("85.98");
        assertThat(value(document, "F05")).isEqualByComparingTo("0");
        assertThat(value(document, "F05s")).isEqualByComparingTo("1178");
        assertThat(value(document, "F06")).isEqualByComparingTo("1264");
        assertThat(value(document, "F06p")).isEqualByComparingTo("27.77");
        assertThat(table(document, "rates").rows().toString()).contains("3,901", "4,537", "85.98", "27.77");
        assertThat(table(document, "rates").note().zh()).contains("60 %", "已达到");
    }

    @ParameterizedTest
    @CsvSource({
        "99999, 59999, 60.00, 未达到, 1",
        "4537, 2722, 60.00, 未达到, 1",
        "4537, 2723, 60.02, 已达到, 0",
        "5, 3, 60.00, 已达到, 0"
    })
    void o06_aTargetIsHeldAgainstExactNumbersAndNotWhatIsPrinted(
            long communities, long attained, String printed, String verdict, String missing) {
        var place = worlds.make(1).communityCode();
        world.numbers(place, 2022, communities, attained);
        target(place);

        var document = document(place, 2022);

        assertThat(value(document, "F02")).isEqualByComparingTo(printed);
        assertThat(value(document, "F05")).isEqualByComparingTo(missing);
        assertThat(table(document, "rates").note().zh()).contains(verdict);
    }

    @Test
    void o07_theReportOfJiayuguanPrintsBothTitleRates() {
        var place = worlds.make(1).communityCode();
        world.numbers(place, 2022, 31, 11);
        world.enter(place, 2022, "assessment.enrolled", 22);
        world.enter(place, 2022, "assessment.named", 2);

        var document = document(place, 2022);

        assertThat(value(document, "F01")).isEqualByComparingTo("70.97");
        assertThat(value(document, "F02")).isEqualByComparingTo("35.48");
        assertThat(value(document, "F04")).isEqualByComparingTo("6.45");
        assertThat(value(document, "F04a")).isEqualByComparingTo("18.18");
    }

    @Test
    void o09_theRateOfTheWholeIsOfSumsAndNotTheMeanOfRates() {
        var codes = county(3);
        world.numbers(codes.get(1), 2022, 1_000, 700);
        world.numbers(codes.get(2), 2022, 4_000, 2_000);
        world.numbers(codes.get(3), 2022, 5_000, 3_500);

        var document = document(codes.getFirst(), 2022);
        var regions = table(document, "regions").rows();

        assertThat(value(document, "F02")).isEqualByComparingTo("62.00");
        assertThat(regions).hasSize(4);
        assertThat(regions.getLast().toString())
                .contains("10,000", "6,200", "62.00")
                .doesNotContain("63.33");
    }

    @ParameterizedTest
    @CsvSource({"2022-11-30T15:59:59Z, true", "2022-11-30T16:00:00Z, false"})
    void o08_whatComesAfterTheDeadlineIsTakenAndMarkedLate(Instant came, boolean inTime) {
        var codes = county(1);
        expectations.call(
                ReportWorld.officer(),
                What.ANNUAL,
                2022,
                codes.getFirst(),
                PlaceKind.STREET,
                LocalDate.of(2022, 11, 30),
                Origin.SYNTHETIC);
        var signed = world.report(codes.get(1), 2022, 10, 6, ReportState.SIGNED);

        var submitted = course.enterPaper(ReportWorld.officer(), signed.id(), came, "来文 3 号");

        assertThat(submitted.state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(submitted.onTime()).isEqualTo(inTime);
        assertThat(submitted.receipt()).isEqualTo("2022-" + codes.get(1) + "-01");
        var rate = expectations.rate(What.ANNUAL, 2022, signedAbove(signed));
        assertThat(rate).isEqualTo(new ReportingRate(1, 1, inTime ? 1 : 0, 0, 0));
    }

    @Test
    void aReportThatWasBegunBeforeTheCallIsDueOnTheDayOfTheCall() {
        var codes = county(2);
        var officer = ReportWorld.officer();
        var signed = world.report(codes.get(1), 2022, 10, 6, ReportState.SIGNED);
        var submitted = world.report(codes.get(2), 2022, 10, 6, ReportState.SUBMITTED);
        var day = LocalDate.of(2023, 10, 31);

        assertThat(call(codes.getFirst(), day)).isEqualTo(2);
        assertThat(reports.get(officer, signed.id()).due().day()).isEqualTo(day);
        assertThat(call(codes.getFirst(), day.minusMonths(1))).isZero();
        assertThat(reports.get(officer, signed.id()).due().day())
                .as("called before, he stays as he was")
                .isEqualTo(day);
        var came = Instant.parse("2023-10-31T15:59:59Z");
        assertThat(course.enterPaper(officer, signed.id(), came, "来文 3 号").onTime())
                .isTrue();

        assertThat(reports.get(officer, submitted.id()).due())
                .as("what was handed in before keeps its day")
                .isEqualTo(submitted.due());
        assertThat(expectations
                        .list(officer, signedAbove(signed), What.ANNUAL, 2022, null, 10, null)
                        .items())
                .hasSize(2)
                .allSatisfy(owed -> {
                    var report = reports.get(officer, Objects.requireNonNull(owed.report()));
                    assertThat(owed.due()).isEqualTo(report.due());
                    assertThat(owed.standing(Instant.now()))
                            .isEqualTo(
                                    Objects.requireNonNull(report.onTime())
                                            ? Expectation.Standing.IN_TIME
                                            : Expectation.Standing.LATE);
                });
    }

    private int call(String place, LocalDate day) {
        return expectations.call(
                ReportWorld.officer(), What.ANNUAL, 2022, place, PlaceKind.STREET, day, Origin.SYNTHETIC);
    }

    private static org.zhuxi.kernel.PlacePath signedAbove(Report report) {
        return report.path().andAbove().get(1);
    }

    @Test
    void aReportWaitsForThoseBelowOrTheirExcuse() {
        var codes = county(2);
        var officer = ReportWorld.officer();
        assertThat(expectations.call(
                        officer, What.ANNUAL, 2022, codes.getFirst(), PlaceKind.STREET, null, Origin.SYNTHETIC))
                .isEqualTo(2);
        var first = world.report(codes.get(1), 2022, 10, 6, ReportState.SUBMITTED);
        world.numbers(codes.get(2), 2022, 10, 5);
        var county = world.lead(
                reports.begin(officer, Ids.next(), codes.getFirst(), 2022, Origin.SYNTHETIC), ReportState.SIGNED);

        assertThatThrownBy(() -> course.take(officer, county.id(), ReportStep.SUBMIT, ""))
                .isInstanceOf(ReportRefused.LowerOpen.class);
        world.lead(first, ReportState.ACCEPTED);
        var second = expectations
                .list(officer, county.path(), What.ANNUAL, 2022, Expectation.Standing.OVERDUE, 10, null)
                .items()
                .getFirst();
        assertThat(second.place()).isEqualTo(codes.get(2));
        expectations.excuse(officer, second.id(), "撤并，由相邻街道代报");
        var submitted = course.take(officer, county.id(), ReportStep.SUBMIT, "");

        assertThat(submitted.state()).isEqualTo(ReportState.SUBMITTED);
        assertThat(table(reports.document(submitted), "due").rows().toString()).contains("免报", "撤并");
        assertThat(Objects.requireNonNull(reports.document(submitted).figures().get("F07"))
                        .denominator())
                .isEqualByComparingTo("1");
        assertThatThrownBy(() -> course.take(officer, first.id(), ReportStep.REOPEN, "重看"))
                .isInstanceOf(ReportRefused.AboveHandedIn.class);
    }

    @Test
    void numbersStandStillOnceHandedInAndAChangedOneHasToBeCorrectedFirst() {
        var place = worlds.make(1).communityCode();
        var submitted = world.report(place, 2022, 10, 6, ReportState.SUBMITTED);
        var officer = ReportWorld.officer();
        world.enter(place, 2022, "assessment.named", 1);

        assertThat(value(reports.document(submitted), "F02")).isEqualByComparingTo("60");
        assertThat(Objects.requireNonNull(reports.document(submitted).figures().get("T"))
                        .value())
                .isNull();
        assertThat(submitted.rootHash()).hasSize(64);
        var returned = course.take(officer, submitted.id(), ReportStep.RETURN, "缺命名数");
        var again = world.lead(returned, ReportState.RESUBMITTED);

        assertThat(value(reports.document(again), "T")).isEqualByComparingTo("1");
        assertThat(again.round()).isEqualTo(2);
        assertThat(again.receipt()).endsWith("-02");
        assertThat(again.submittedAt()).isEqualTo(submitted.submittedAt());
        assertThat(again.rootHash()).isNotEqualTo(submitted.rootHash());
    }

    @Test
    void aReportWithoutNumbersIsNotHandedIn() {
        var place = worlds.make(1).communityCode();
        var officer = ReportWorld.officer();
        var signed = world.lead(reports.begin(officer, Ids.next(), place, 2022, Origin.SYNTHETIC), ReportState.SIGNED);

        assertThatThrownBy(() -> course.take(officer, signed.id(), ReportStep.SUBMIT, ""))
                .isInstanceOf(ReportRefused.NoNumbers.class);
        assertThat(reports.get(officer, signed.id()).state()).isEqualTo(ReportState.SIGNED);
    }

    @Test
    void whoPresentedItNeitherReviewsNorSignsNorReceivesIt() {
        var place = worlds.make(1).communityCode();
        var writer = ReportWorld.officer();
        var report = reports.begin(writer, Ids.next(), place, 2022, Origin.SYNTHETIC);
        course.take(writer, report.id(), ReportStep.BEGIN, "");
        course.take(writer, report.id(), ReportStep.PRESENT, "");

        assertThatThrownBy(() -> course.take(writer, report.id(), ReportStep.APPROVE, ""))
                .isInstanceOf(ReportRefused.OwnReport.class);
        course.take(ReportWorld.officer(), report.id(), ReportStep.APPROVE, "");
        assertThatThrownBy(() -> course.sign(writer, report.id(), "committee"))
                .isInstanceOf(ReportRefused.OwnReport.class);
    }

    @Test
    void onlyTheOfficeAboveReceives() {
        var codes = county(1);
        var street = places.findByCode(codes.get(1)).orElseThrow();
        var submitted = world.report(codes.get(1), 2022, 10, 6, ReportState.SUBMITTED);
        Actor own = ReportWorld.officer(Role.STREET_OFFICER, street.path());
        Actor above = ReportWorld.officer(Role.COUNTY_OFFICER, signedAbove(submitted));

        assertThatThrownBy(() -> course.take(own, submitted.id(), ReportStep.ACCEPT, ""))
                .isInstanceOf(ReportRefused.NotAbove.class);
        assertThat(course.take(above, submitted.id(), ReportStep.ACCEPT, "").state())
                .isEqualTo(ReportState.ACCEPTED);
    }

    @Test
    void sixDepartmentsSignForTheNationAndOneThatDoesNotSendsItBack() {
        var codes = county(1);
        var cosign = world.report(codes.getFirst(), 2022, 10, 6, ReportState.COSIGN);
        var officer = ReportWorld.officer();

        assertThat(reports.document(cosign).signatures()).hasSize(6);
        course.sign(officer, cosign.id(), "housing");
        assertThatThrownBy(() -> course.sign(officer, cosign.id(), "housing"))
                .isInstanceOf(ReportRefused.NoSignature.class);
        var back = course.object(officer, cosign.id(), "civil", "居委会数与民政登记不符");

        assertThat(back.state()).isEqualTo(ReportState.DRAFT);
        assertThat(reports.steps(officer, cosign.id()).getFirst().note()).contains("民政");
        assertThat(reports.document(world.lead(back, ReportState.COSIGN)).signatures())
                .allMatch(one -> one.state() == CoSignature.State.WAITING);
    }

    @Test
    void nobodyWritesOverSomebodyElse() {
        var place = worlds.make(1).communityCode();
        var one = ReportWorld.officer();
        var other = ReportWorld.officer();
        var report = reports.begin(one, Ids.next(), place, 2022, Origin.SYNTHETIC);
        var first = reports.write(one, report.id(), "next", 0, new Names("先做加装电梯。", ""));
        var second = reports.write(one, report.id(), "next", first.version(), new Names("先做加装电梯和照明。", ""));

        assertThatThrownBy(() -> reports.write(other, report.id(), "next", first.version(), new Names("别的。", "")))
                .isInstanceOf(ReportRefused.Changed.class);
        reports.write(other, report.id(), "next", second.version(), new Names("先做照明。", ""));
        assertThat(reports.history(one, report.id(), "next")).hasSize(2);
    }

    @Test
    void plansFundsBasesAndCommendationsStandInTheReport() {
        var place = worlds.make(1).communityCode();
        var officer = ReportWorld.officer();
        plans.file(
                officer, Ids.next(), place, 2022, "试点方案", "〔2022〕1号", "", LocalDate.of(2022, 3, 1), Origin.SYNTHETIC);
        fund(officer, place, "100.10", "80", "80");
        fund(officer, place, "0.20", "", "");
        var name = new Names("示范点", "Model");
        var base = honours.addBase(
                officer, Ids.next(), new NewBase(place, name, name, LocalDate.of(2022, 5, 1), "试"), Origin.SYNTHETIC);
        honours.countVisitors(officer, base.id(), 2022, 1_260);

        var document = document(place, 2022);

        assertThat(table(document, "plan").rows().toString()).contains("试点方案", "2022-03-01");
        assertThat(table(document, "funds").rows()).hasSize(1);
        assertThat(table(document, "funds").rows().toString()).contains("100.30", "80.00");
        assertThat(table(document, "bases").rows().toString()).contains("1,260");
        assertThatThrownBy(() -> fund(officer, place, "1", "2", "")).isInstanceOf(ReportRefused.NoAmount.class);
        assertThatThrownBy(() -> fund(officer, place, "0.001", "", "")).isInstanceOf(ReportRefused.NoAmount.class);
    }

    private void fund(Actor officer, String place, String planned, String allocated, String disbursed) {
        funds.add(
                officer,
                Ids.next(),
                new NewFund(place, 2022, Fund.Kind.FISCAL, Fund.Area.CULTURE, planned, allocated, disbursed, "试"),
                Origin.SYNTHETIC);
    }

    @Test
    void aCommendationIsAwardedOnlyAfterItHasBeenPublic() {
        var place = worlds.make(1).communityCode();
        var officer = ReportWorld.officer();
        var one = honours.nominate(
                officer, Ids.next(), place, 2022, Commendation.Kind.UNIT, "巡视队", "巡访", Origin.SYNTHETIC);

        assertThatThrownBy(() -> honours.decide(officer, one.id(), Commendation.State.AWARDED, ""))
                .isInstanceOf(ReportRefused.WrongStep.class);
        var open = honours.decide(officer, one.id(), Commendation.State.PUBLICISED, "");
        assertThatThrownBy(() -> honours.decide(officer, open.id(), Commendation.State.AWARDED, ""))
                .isInstanceOf(ReportRefused.WrongStep.class);
        assertThatThrownBy(() -> honours.decide(officer, open.id(), Commendation.State.DECLINED, " "))
                .isInstanceOf(ReportRefused.Length.class);
        assertThat(honours.decide(officer, open.id(), Commendation.State.DECLINED, "重复")
                        .state())
                .isEqualTo(Commendation.State.DECLINED);
    }
}

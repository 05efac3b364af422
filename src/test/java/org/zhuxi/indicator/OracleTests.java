package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Numbers printed in the sources, held against the arithmetic; named after the list of oracles. */
class OracleTests {

    private static final BigDecimal SIXTY = new BigDecimal("60");

    @Test
    void o01_shanghai2022HasOneDenominatorOnly() {
        assertThat(Ratio.of(3_901, 4_537).percent(2)).isEqualTo("85.98");
        assertThat(Ratio.wholesOf(3_901, new BigDecimal("85.98"))).containsExactly(4_537L);
    }

    @Test
    void o02_shanghai2021HasAnotherRegister() {
        assertThat(Ratio.wholesOf(2_637, new BigDecimal("58.21"))).containsExactly(4_530L);
        assertThat(Ratio.of(3_901, 4_530).percent(2)).isEqualTo("86.11");
    }

    @Test
    void o03_targetSurplusAndGrowthAreWholeCommunities() {
        assertThat(Ratio.of(0, 4_537).missingTo(SIXTY)).isEqualTo(2_723);
        assertThat(Ratio.of(3_901, 4_537).missingTo(SIXTY)).isEqualTo(-1_178);
        assertThat(3_901 - 2_637).isEqualTo(1_264);
        var growth = Delta.between(
                Ratio.of(2_637, 4_530).percent(2), Ratio.of(3_901, 4_537).percent(2), true);
        assertThat(growth.kind()).isEqualTo(Delta.Kind.PERCENTAGE_POINTS);
        assertThat(growth.amount()).isEqualTo("27.77");
    }

    @Test
    void o05_thirtyPercentIsReachedAtThirtyAndNotBelow() {
        assertThat(Ratio.of(3_000, 10_000).reaches(new BigDecimal("30"))).isTrue();
        assertThat(Ratio.of(2_999, 10_000).reaches(new BigDecimal("30"))).isFalse();
    }

    @Test
    void o06_whatPrintsAsSixtyNeedNotReachIt() {
        assertThat(Ratio.of(59_999, 99_999).percent(2)).isEqualTo("60.00");
        assertThat(Ratio.of(59_999, 99_999).reaches(SIXTY)).isFalse();
        assertThat(Ratio.of(2_722, 4_537).percent(2)).isEqualTo("60.00");
        assertThat(Ratio.of(2_722, 4_537).reaches(SIXTY)).isFalse();
        assertThat(Ratio.of(2_723, 4_537).reaches(SIXTY)).isTrue();
        assertThat(Ratio.of(3, 5).percent(2)).isEqualTo("60.00");
        assertThat(Ratio.of(3, 5).reaches(SIXTY)).isTrue();
    }

    @Test
    void o07_jiayuguanPrintsFourDifferentRates() {
        assertThat(Ratio.of(22, 31).percent(2)).isEqualTo("70.97");
        assertThat(Ratio.of(11, 31).percent(2)).isEqualTo("35.48");
        assertThat(Ratio.of(2, 31).percent(2)).isEqualTo("6.45");
        assertThat(Ratio.of(2, 11).percent(2)).isEqualTo("18.18");
    }

    @Test
    void o09_theNationIsSumBySumAndNotTheMeanOfRates() {
        var attained = List.of(700L, 2_000L, 3_500L);
        var communities = List.of(1_000L, 4_000L, 5_000L);
        var nation = Ratio.of(
                attained.stream().mapToLong(Long::longValue).sum(),
                communities.stream().mapToLong(Long::longValue).sum());
        var mean = IntStream.range(0, 3)
                .mapToObj(i -> Ratio.of(attained.get(i), communities.get(i)).percent(10))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .divide(BigDecimal.valueOf(3), 2, RoundingMode.HALF_UP);

        assertThat(nation.percent(2)).isEqualTo("62.00");
        assertThat(mean).isEqualTo("63.33");
        assertThat(nation.reaches(SIXTY)).isTrue();
    }

    @Test
    void o11_changesOfZhujiAreInPercentagePointsOrUnits() {
        assertThat(points("25", "100")).isEqualTo("75");
        assertThat(points("40", "100")).isEqualTo("60");
        assertThat(points("40", "41.2")).isEqualTo("1.2");
        var green = Delta.between(new BigDecimal("11.12"), new BigDecimal("13.14"), false);
        assertThat(green.kind()).isEqualTo(Delta.Kind.ABSOLUTE);
        assertThat(green.amount()).isEqualTo("2.02");
        assertThat(green.relative()).isEqualTo("18.17");
    }

    private static BigDecimal points(String before, String after) {
        var delta = Delta.between(new BigDecimal(before), new BigDecimal(after), true);
        assertThat(delta.kind()).isEqualTo(Delta.Kind.PERCENTAGE_POINTS);
        assertThat(delta.relative()).isNull();
        return delta.amount();
    }

    @Test
    void o12_moreThanNineHundredStaysMoreThanNineHundred() {
        var bikes = QualifiedNumber.parse("900余").orElseThrow();

        assertThat(bikes.original()).isEqualTo("900余");
        assertThat(bikes.qualifier()).isEqualTo(Qualifier.AT_LEAST);
        assertThat(bikes.reaches(new BigDecimal("900"))).isEqualTo(Verdict.YES);
        assertThat(bikes.reaches(new BigDecimal("901"))).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void o13_aMonthlyAverageThatIsAnEightMonthTotalIsFound() {
        var electricity = new AverageClaim(new BigDecimal("754"), 50, 8);
        var water = new AverageClaim(new BigDecimal("62"), 50, 8);

        assertThat(electricity.perHousehold()).isEqualByComparingTo("15.08");
        assertThat(electricity.perHouseholdAndMonth()).isEqualByComparingTo("1.885");
        assertThat(water.perHousehold()).isEqualByComparingTo("1.24");
        assertThat(water.perHouseholdAndMonth()).isEqualByComparingTo("0.155");
        assertThat(electricity.of(new BigDecimal("15"))).isEqualTo(AverageClaim.Finding.PER_HOUSEHOLD);
        assertThat(water.of(new BigDecimal("1.2"))).isEqualTo(AverageClaim.Finding.PER_HOUSEHOLD);
        assertThat(electricity.of(new BigDecimal("1.9"))).isEqualTo(AverageClaim.Finding.PER_HOUSEHOLD_AND_MONTH);
        assertThat(electricity.of(new BigDecimal("7"))).isEqualTo(AverageClaim.Finding.NOTHING);
        assertThat(new Ratio(new BigDecimal("212"), new BigDecimal("666.8")).percent(2))
                .isEqualTo("31.79");
    }

    @Test
    void o21_aRatioOfTwoLowerBoundsIsOnlyAbout() {
        assertThat(Qualifier.AT_LEAST.dividedBy(Qualifier.AT_LEAST)).isEqualTo(Qualifier.ABOUT);
        assertThat(Qualifier.AT_LEAST.dividedBy(Qualifier.EXACT)).isEqualTo(Qualifier.AT_LEAST);
        assertThat(Qualifier.EXACT.dividedBy(Qualifier.AT_LEAST)).isEqualTo(Qualifier.AT_MOST);
    }

    @Test
    void o26_profilesRecompute() {
        assertThat(new BigDecimal("110000").divide(new BigDecimal("0.485"), 0, RoundingMode.HALF_UP))
                .isEqualTo("226804");
        assertThat(new Ratio(new BigDecimal("440000"), new BigDecimal("226804")).times(BigDecimal.ONE, 2))
                .isEqualTo("1.94");
        assertThat(new Ratio(new BigDecimal("11659"), new BigDecimal("0.8")).times(BigDecimal.ONE, 2))
                .isEqualTo("14573.75");
    }

    @Test
    void o27_zhujiPrintsThreeDifferentBases() {
        assertThat(new Ratio(new BigDecimal("0.8252"), new BigDecimal("0.012")).times(BigDecimal.ONE, 2))
                .isEqualTo("68.77");
        assertThat(new Ratio(new BigDecimal("825200"), new BigDecimal("2.02")).times(BigDecimal.ONE, 0))
                .isEqualTo("408515");
        assertThat(Ratio.of(4_800, 688).times(BigDecimal.ONE, 2)).isEqualTo("6.98");
    }
}

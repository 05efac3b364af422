package org.zhuxi.compost.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.zhuxi.compost.internal.Tables;
import org.zhuxi.compost.process.Recipe.Feasible;
import org.zhuxi.compost.process.Recipe.NoMix;
import org.zhuxi.compost.process.Recipe.Part;
import org.zhuxi.compost.process.Sanitisation.Day;
import org.zhuxi.compost.process.Sanitisation.Verdict;

/** Published and worked cases, by the number they have in the reference. */
class CompostOracleTests {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
    private static final Feedstock TABLE_WASTE = Feedstock.of(2.4, 15, 70);
    private static final Feedstock LEAVES = Feedstock.of(0.9, 54, 38);
    private static final Feedstock SAWDUST = Feedstock.of(0.2, 440, 39);
    private static final List<Part> HUNDRED_KG = List.of(new Part(TABLE_WASTE, 100));

    private final Tables tables = new Tables();

    @Test
    void o10HayScrapsAndCoffeeHaveThirtyFourPointSeven() {
        var mix = Recipe.mix(List.of(
                new Part(Feedstock.of(1, 40, 0), 50),
                new Part(Feedstock.of(1, 10, 0), 10),
                new Part(Feedstock.of(1, 25, 0), 2)));

        assertThat(mix.carbonNitrogen()).isCloseTo(34.7, within(0.05));
    }

    @Test
    void o11TableWasteNeedsLeavesAndWater() {
        assertThat(Recipe.toCarbonNitrogen(HUNDRED_KG, LEAVES, 30).orElseThrow())
                .isCloseTo(80.6452, within(1e-4));
        assertThat(Recipe.mix(List.of(HUNDRED_KG.getFirst(), new Part(LEAVES, 80.6452)))
                        .moisturePercent())
                .isCloseTo(55.714, within(1e-3));

        var answer = (Feasible) Recipe.solve(HUNDRED_KG, LEAVES, Feedstock.WATER, 30, 60);

        assertThat(answer.secondKg()).isCloseTo(80.6452, within(1e-4));
        assertThat(answer.thirdKg()).isCloseTo(19.3548, within(1e-4));
        assertThat(answer.mix().massKg()).isCloseTo(200, within(1e-9));
        assertThat(answer.mix().moisturePercent()).isCloseTo(60, within(1e-9));
        assertThat(answer.mix().carbonNitrogen()).isCloseTo(30, within(1e-9));
    }

    @Test
    void o12SawdustLeavesItTooWet() {
        assertThat(Recipe.toCarbonNitrogen(HUNDRED_KG, SAWDUST, 30).orElseThrow())
                .isCloseTo(21.5914, within(1e-4));

        var answer = (NoMix) Recipe.solve(HUNDRED_KG, SAWDUST, Feedstock.WATER, 30, 60);

        assertThat(answer.reason()).isEqualTo(Recipe.Reason.TOO_WET);
        assertThat(answer.closest().moisturePercent()).isCloseTo(64.495, within(1e-3));
    }

    @Test
    void o13ALowerRatioNeedsFewerLeaves() {
        assertThat(Recipe.toCarbonNitrogen(HUNDRED_KG, LEAVES, 25).orElseThrow())
                .isCloseTo(44.4939, within(1e-4));
        assertThat(Recipe.mix(List.of(HUNDRED_KG.getFirst(), new Part(LEAVES, 44.4939)))
                        .moisturePercent())
                .isCloseTo(60.146, within(1e-3));
    }

    @Test
    void o14GrassAndLeaves() {
        var grass = List.of(new Part(Feedstock.of(4, 17, 82), 100));

        assertThat(Recipe.toCarbonNitrogen(grass, LEAVES, 30).orElseThrow()).isCloseTo(69.8925, within(1e-4));
        assertThat(Recipe.mix(List.of(grass.getFirst(), new Part(LEAVES, 69.8925)))
                        .moisturePercent())
                .isCloseTo(63.899, within(1e-3));
    }

    @Test
    void twoRichMaterialsHaveNoMix() {
        var answer = (NoMix) Recipe.solve(HUNDRED_KG, Feedstock.of(4, 17, 82), Feedstock.WATER, 30, 60);

        assertThat(answer.reason()).isEqualTo(Recipe.Reason.SAME_SIDE);
    }

    @Test
    void o15GerminationIndex() {
        var index = Maturity.germinationIndex(.90, 32, .95, 40);
        var limit = tables.standard("NYT525-2021").orElseThrow().items().stream()
                .filter(it -> it.code().equals("germination-index"))
                .findFirst()
                .orElseThrow();

        assertThat(index).isCloseTo(75.79, within(0.005));
        assertThat(limit.judge(BigDecimal.valueOf(index))).isEqualTo(QualityStandard.Verdict.WITHIN);
        assertThat(index).isLessThan(80);
    }

    @Test
    void o16ThePaperStreamOfIpccAddsUp() {
        var generation = Material.of(1000, 200, 400);
        var recovery = Material.of(500, 100, 200);
        var compost = Material.of(80, 20, 20);
        var landUse = Material.of(40, 10, 10);
        var ash = Material.of(40, 4, 0);
        var dumped = Material.of(190, 30, 80);

        var landfilled = compost.minus(landUse).plus(ash).plus(dumped);

        assertThat(landfilled).isEqualTo(Material.of(270, 44, 90));
        assertThat(generation.minus(recovery).mass())
                .isEqualByComparingTo("500")
                .isEqualByComparingTo(String.valueOf(100 + 200 + 200));
    }

    @Test
    void o17DensitiesAndVolumes() {
        var bucket = new Density.Weighing(new BigDecimal("20"), new BigDecimal("12"), new BigDecimal("20"));
        var other = new Density.Weighing(new BigDecimal("28"), new BigDecimal("12"), new BigDecimal("20"));
        var box = new Density.Weighing(new BigDecimal("1.8"), new BigDecimal("1.0"), new BigDecimal("0.125"));

        assertThat(bucket.kgPerLitre()).isEqualByComparingTo("0.4");
        assertThat(Density.mean(List.of(bucket, other))).isEqualByComparingTo("0.6");
        assertThat(box.kgPerLitre()).isEqualByComparingTo("6.4");
        assertThat(Density.volumeM3(new BigDecimal("60"), new BigDecimal("14.4")))
                .isCloseTo(new BigDecimal("4.1666666667"), within(new BigDecimal("1e-9")));
        assertThat(new BigDecimal("325").multiply(new BigDecimal("20"))).isEqualByComparingTo("6500");
        assertThat(Density.crossSection(
                        BigDecimal.TEN, new BigDecimal("16"), new BigDecimal("20"), new BigDecimal("30")))
                .isEqualByComparingTo("325");
    }

    @Test
    void fewerThanFiveWeighingsCreditNothing() {
        var bucket = new Density.Weighing(new BigDecimal("20"), new BigDecimal("12"), new BigDecimal("20"));

        assertThat(Density.credited(List.of(bucket, bucket, bucket, bucket))).isEmpty();
        assertThat(Density.credited(List.of(bucket, bucket, bucket, bucket, bucket)))
                .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("0.4"));
    }

    @Test
    void o18VegetableWasteClosesAsSwolfpyDoes() {
        var in = new MassBalance.Flow(new BigDecimal("1000"), new BigDecimal("78.3"));
        var out = new MassBalance.Flow(new BigDecimal("168"), new BigDecimal("50"));
        var balance = MassBalance.of(List.of(in), List.of(out));

        assertThat(balance.dryInKg()).isEqualByComparingTo("217.0");
        assertThat(balance.dryOutKg()).isEqualByComparingTo("84.0");
        assertThat(balance.wetYield()).isEqualByComparingTo("0.168");
        assertThat(balance.lossKg()).isEqualByComparingTo("832");
    }

    @Test
    void twentyTonnesInSixOutDependsOnTheMoisture() {
        assertThat(market("70", "40").dryLoss()).isEqualByComparingTo("0.40");
        assertThat(market("70", "40").verdict()).isEqualTo(MassBalance.Verdict.PLAUSIBLE);
        assertThat(market("75", "40").dryLoss()).isEqualByComparingTo("0.28");
        assertThat(market("80", "40").dryLoss()).isEqualByComparingTo("0.10");
        assertThat(market("80", "40").verdict()).isEqualTo(MassBalance.Verdict.REVIEW);
        assertThat(market("80", "30").dryLoss()).isEqualByComparingTo("-0.05");
        assertThat(market("80", "30").verdict()).isEqualTo(MassBalance.Verdict.IMPOSSIBLE);
        assertThat(market("85", "40").dryLoss()).isEqualByComparingTo("-0.20");
        assertThat(market("85", "40").verdict()).isEqualTo(MassBalance.Verdict.IMPOSSIBLE);
        assertThat(market("70", "40").wetYield()).isEqualByComparingTo("0.30");
    }

    private static MassBalance market(String inMoisture, String outMoisture) {
        return MassBalance.of(
                List.of(new MassBalance.Flow(new BigDecimal("20000"), new BigDecimal(inMoisture))),
                List.of(new MassBalance.Flow(new BigDecimal("6000"), new BigDecimal(outMoisture))));
    }

    @Test
    void theVesselNeedsThreeDaysInARow() {
        assertThat(vessel(54.0, 56.0, 57.0, 58.0)).isEqualTo(Verdict.PASS);
        assertThat(vessel(56.0, 57.0, 54.0, 58.0, 59.0)).isEqualTo(Verdict.FAIL);
        assertThat(vessel(56.0, 57.0, null, 58.0)).isEqualTo(Verdict.INSUFFICIENT_DATA);
        assertThat(vessel()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    @Test
    void theWindrowNeedsFiveTurnings() {
        assertThat(windrow(4)).isEqualTo(Verdict.FAIL);
        assertThat(windrow(5)).isEqualTo(Verdict.PASS);
    }

    @Test
    void aDayNobodyMeasuredIsNotFilledIn() {
        var days = List.of(
                new Day(FIRST, 56.0, 0), new Day(FIRST.plusDays(1), 57.0, 0), new Day(FIRST.plusDays(3), 58.0, 0));

        assertThat(Sanitisation.judge(rule("EPA_PFRP_VESSEL"), days).verdict()).isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    private Verdict vessel(@Nullable Double... minima) {
        var days = new ArrayList<Day>();
        for (var i = 0; i < minima.length; i++) {
            days.add(new Day(FIRST.plusDays(i), minima[i], 0));
        }
        return Sanitisation.judge(rule("EPA_PFRP_VESSEL"), days).verdict();
    }

    private Verdict windrow(int turnings) {
        var days = new ArrayList<Day>();
        for (var i = 0; i < 15; i++) {
            days.add(new Day(FIRST.plusDays(i), 58.0, i > 0 && i <= turnings ? 1 : 0));
        }
        return Sanitisation.judge(rule("EPA_PFRP_WINDROW"), days).verdict();
    }

    @Test
    void theSignificantReductionNeedsADayAboveFiftyFive() {
        assertThat(significant(41, 45, 50, 52, 54)).isEqualTo(Verdict.FAIL);
        assertThat(significant(41, 45, 50, 56, 54)).isEqualTo(Verdict.PASS);
        assertThat(significant(56, 39, 45, 50, 52, 54, 41))
                .as("the hot day is in no run")
                .isEqualTo(Verdict.FAIL);
        assertThat(significant(41, 45, null, 50, 52))
                .as("it may have been that day")
                .isEqualTo(Verdict.INSUFFICIENT_DATA);
    }

    private Verdict significant(@Nullable Integer... celsius) {
        var days = new ArrayList<Day>();
        for (var i = 0; i < celsius.length; i++) {
            var read = celsius[i];
            days.add(new Day(FIRST.plusDays(i), read == null ? null : read.doubleValue(), 0));
        }
        return Sanitisation.judge(rule("EPA_PSRP"), days).verdict();
    }

    @Test
    void everyRuleAndLimitSaysWhereItsNumberIsFrom() {
        assertThat(tables.rules()).allSatisfy(it -> assertThat(it.source()).isNotBlank());
        assertThat(tables.rules())
                .filteredOn(it -> it.evidence() == Evidence.REMEMBERED)
                .extracting(Sanitisation.Rule::id)
                .as("no text of these standards was found that prints the numbers")
                .containsExactly("CN_GB7959_50", "CN_GB7959_60", "CN_CJJ52");
        assertThat(tables.standards()).allSatisfy(it -> assertThat(it.source()).isNotBlank());
        assertThat(tables.standards().stream().flatMap(it -> it.items().stream()))
                .filteredOn(it -> it.evidence() == Evidence.REMEMBERED)
                .extracting(QualityStandard.Item::code)
                .containsExactly("impurities");
    }

    private Sanitisation.Rule rule(String id) {
        return tables.rule(id).orElseThrow();
    }

    @Test
    void aBucketOfFiftyFiveAmongTwelvesIsHeld() {
        var numbers = List.of(12.1, 11.8, 12.5, 12.0, 11.9, 55.0, 12.3);

        assertThat(Outliers.median(numbers)).isEqualTo(12.1);
        assertThat(Outliers.robustZ(numbers, 55).orElseThrow()).isCloseTo(144.7, within(0.05));
        assertThat(Outliers.robustZ(numbers, 12.5).orElseThrow()).isCloseTo(1.35, within(0.005));
        assertThat(Outliers.robustZ(numbers.subList(0, 6), 55)).isEmpty();
    }

    @Test
    void selfHeatingAndSolvita() {
        assertThat(List.of(5.0, 15.0, 25.0, 35.0, 45.0).stream().map(Maturity::selfHeatingClass))
                .containsExactly(5, 4, 3, 2, 1);
        assertThat(Maturity.solvitaIndex(7, 5)).isEqualTo(7);
        assertThat(Maturity.solvitaIndex(7, 3)).isEqualTo(6);
        assertThat(Maturity.solvitaIndex(7, 2)).isEqualTo(5);
        assertThat(Maturity.solvitaIndex(3, 1)).isEqualTo(1);
    }

    @Test
    void limitsAreDataAndAMissingValueIsNotAPass() {
        var standard = tables.standard("COMMUNITY").orElseThrow();
        var measured = Map.of("moisture", new BigDecimal("40"), "ph", new BigDecimal("7.2"));

        assertThat(standard.judge(measured)).isEqualTo(QualityStandard.Verdict.MISSING);
        assertThat(tables.standard("NYT525-2021").orElseThrow().judge(Map.of("lead", new BigDecimal("51"))))
                .isEqualTo(QualityStandard.Verdict.OUTSIDE);
    }

    @Test
    void theTableHasFortyEightMaterialsWithTheirSource() {
        assertThat(tables.feedstocks())
                .hasSizeGreaterThanOrEqualTo(48)
                .allMatch(it -> !it.source().isBlank());
        assertThat(tables.feedstock("food-mixed").orElseThrow().carbonNitrogen())
                .isEqualTo(15.0);
    }

    @Test
    void aHeapOfTheRightDensityBreathes() {
        assertThat(Recipe.freeAirSpacePercent(500, 60)).isCloseTo(57.5, within(1e-9));
        assertThat(Recipe.freeAirSpacePercent(1000, 70)).isLessThan(35);
    }
}

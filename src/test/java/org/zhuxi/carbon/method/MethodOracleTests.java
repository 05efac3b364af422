package org.zhuxi.carbon.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published values, and values reckoned by hand, that the methods must reproduce; each test names its source. */
class MethodOracleTests {

    private static final Offset<Double> EXACT = within(1e-9);
    private static final Gwp CH4_AR5 = new Gwp(28);
    private static final Gwp N2O_AR5 = new Gwp(265);
    private static final Fraction HALF = new Fraction(0.5);
    private static final Fraction ALL = new Fraction(1);
    private static final Fraction NONE = new Fraction(0);

    private static Waste waste(double doc, double k) {
        return new Waste(new Fraction(doc), new PerYear(k));
    }

    private static List<Tonnes> tonnes(double... masses) {
        return DoubleStream.of(masses).mapToObj(Tonnes::new).toList();
    }

    private static Landfill landfill(double captured, double anaerobic) {
        return new Landfill(
                new Fraction(0.85),
                new Fraction(captured),
                CH4_AR5,
                new Fraction(0.1),
                HALF,
                HALF,
                new Fraction(anaerobic));
    }

    private static List<IpccWasteModel.Year> ipcc(double mass, double doc, double docf, double k, int years) {
        var setting = new IpccWasteModel.Setting(new Fraction(0.705), new Fraction(docf), HALF, 13);
        return IpccWasteModel.series(setting, waste(doc, k), Collections.nCopies(years, new Tonnes(mass)));
    }

    /** IPCC_Waste_Model.xls (2006), sheet Food: deposits of 636.944 Gg a year from 1950 on. */
    @ParameterizedTest
    @CsvSource({
        "1950, 33.678414, 0, 0",
        "1951, 61.668688148745396, 5.688139851254597, 3.792093234169731",
        "1952, 84.93152489996311, 10.415577248782286, 6.9437181658548575",
        "1953, 104.2653681784528, 14.344570721510292, 9.563047147673528",
        "1955, 133.6883574461463, 20.32386470438489, 13.549243136256592"
    })
    void o1_ipccWasteModelOf2006ForFood(int year, double accumulated, double decomposed, double methane) {
        var found = ipcc(636.944, 0.15, 0.5, 0.185, 6).get(year - 1950);

        assertThat(found.deposited()).isCloseTo(33.678414, EXACT);
        assertThat(found.accumulated()).isCloseTo(accumulated, EXACT);
        assertThat(found.decomposed()).isCloseTo(decomposed, EXACT);
        assertThat(found.methane()).isCloseTo(methane, EXACT);
    }

    /** The same book, sheet Paper, and its results for 2000. */
    @Test
    void o2_ipccWasteModelOf2006ForPaperAndRecovery() {
        var paper = ipcc(723.8, 0.4, 0.5, 0.06, 6);

        assertThat(paper.get(1).methane()).isCloseTo(3.962178075621753, EXACT);
        assertThat(paper.get(5).methane()).isCloseTo(17.63400255583382, EXACT);
        assertThat(IpccWasteModel.emitted(127.50447296080023, 10, NONE)).isCloseTo(117.50447296080023, EXACT);
    }

    /** 19R_V5_Waste_Model.xls (2019 refinement), sheet Food, DOCf 0.7. */
    @Test
    void o3_ipccWasteModelOf2019ForFood() {
        var food = ipcc(2300.322, 0.15, 0.7, 0.185, 6);

        assertThat(food.getFirst().deposited()).isCloseTo(170.28133605, EXACT);
        assertThat(food.get(1).methane()).isCloseTo(19.173192132521066, EXACT);
        assertThat(food.get(5).methane()).isCloseTo(68.50629081607181, EXACT);
    }

    /** Year y of TOOL04 is year y + 1 of the IPCC model with its default delay. */
    @Test
    void o4_tool04IsTheIpccModelOneYearEarlier() {
        var plain = new Landfill(ALL, NONE, new Gwp(1), NONE, HALF, HALF, new Fraction(0.705));
        var tool04 = LandfillMethane.byYear(plain, waste(0.15, 0.185), Collections.nCopies(5, new Tonnes(636.944)));
        var ipcc = ipcc(636.944, 0.15, 0.5, 0.185, 6);

        IntStream.range(0, 5)
                .forEach(year -> assertThat(tool04.get(year).value())
                        .isCloseTo(ipcc.get(year + 1).methane(), within(1e-12)));
        assertThat(tool04.get(4).value()).isCloseTo(13.549243136256594, within(1e-12));
    }

    /** Example inputs of the R package SWDSFODR for TOOL04 equations 1 and 2; values reckoned. */
    @Test
    void o5_swdsfodrExamplesByYearAndMonth() {
        var site = new Landfill(ALL, NONE, CH4_AR5, new Fraction(0.1), HALF, HALF, ALL);
        var food = waste(0.15, 0.06);
        var paper = waste(0.40, 0.04);

        var years = LandfillMethane.byYear(site, food, tonnes(100, 120, 140, 160, 180))
                .get(4)
                .plus(LandfillMethane.byYear(site, paper, tonnes(50, 60, 70, 80, 90))
                        .get(4));
        var months = LandfillMethane.byMonth(site, food, tonnes(10, 12, 14, 16, 18, 20))
                .get(5)
                .plus(LandfillMethane.byMonth(site, paper, tonnes(5, 6, 7, 8, 9, 10))
                        .get(5));

        assertThat(years.value()).isCloseTo(89.62365262189579, EXACT);
        assertThat(months.value()).isCloseTo(1.0593057974075808, EXACT);
    }

    /** TOOL13: 100 t of food waste without energy. */
    @Test
    void o6_tool13Composting() {
        var tool13 = new Biological(2, 0.2);

        assertThat(tool13.emission(new Tonnes(100), CH4_AR5, N2O_AR5).value()).isCloseTo(10.9, EXACT);
        assertThat(tool13.emission(new Tonnes(100), new Gwp(25), new Gwp(298)).value())
                .isCloseTo(10.96, EXACT);
    }

    /** ClimateView's transition-element framework: 179,520 g CO2e a tonne (GWP 28.5 and 273). */
    @Test
    void o7_ipccTier1Composting() {
        var tier1 = new Biological(4, 0.24);

        assertThat(tier1.emission(new Tonnes(1), new Gwp(28.5), new Gwp(273)).kilograms())
                .isCloseTo(179.52, EXACT);
        assertThat(tier1.emission(new Tonnes(1), CH4_AR5, N2O_AR5).kilograms()).isCloseTo(175.6, EXACT);
        assertThat(tier1.emission(new Tonnes(1), new Gwp(27), new Gwp(273)).kilograms())
                .isCloseTo(173.52, EXACT);
    }

    /** 210 kWh, 15 m³ of gas, 12 m³ of water. */
    @Test
    void o9_householdMonth() {
        var month = new HouseholdMonth(new KilowattHours(210), new CubicMetres(15), new CubicMetres(12), new Tonnes(0));
        var factors = new HouseholdMonth.Factors(0.5306, 2.1622, 0.15311 + 0.18574, 0);

        assertThat(month.emission(factors).kilograms()).isCloseTo(147.9252, within(1e-6));
    }

    /** Carrot Foundation, BOLD-Carbon (AMS-III.F v12): 20 years, net of 0.1297 t/t; food without flare as their formula gives it. */
    @ParameterizedTest
    @CsvSource({
        "0.05, 0.40, 0.066584, 0.227180, 0.155804",
        "0.15, 0.40, 0.459152, 0.940941, 0.726812",
        "0.20, 0.17, 0.629488, 1.250643, 0.974574",
        "0.09, 0.40, 0.223611, 0.512684, 0.384207",
        "0.43, 0.035, 0.720371, 1.415883, 1.106767"
    })
    void carrotFactorsOfThreeBaselines(double doc, double k, double flared, double buried, double dumped) {
        var tolerance = within(5e-6);

        assertThat(net(landfill(0.45, 1), doc, k)).isCloseTo(flared, tolerance);
        assertThat(net(landfill(0, 1), doc, k)).isCloseTo(buried, tolerance);
        assertThat(net(landfill(0, 0.8), doc, k)).isCloseTo(dumped, tolerance);
    }

    private static double net(Landfill site, double doc, double k) {
        return LandfillMethane.commitment(site, waste(doc, k), new Tonnes(1), 20)
                        .value()
                - 0.1297;
    }

    /** The line for "others": slope × DOC + intercept, k 0.17. */
    @Test
    void carrotLineForOtherWaste() {
        assertThat(net(landfill(0.45, 1), 1, 0.17) + 0.1297).isCloseTo(3.795947, within(5e-6));
        assertThat(net(landfill(0, 1), 1, 0.17) + 0.1297).isCloseTo(6.901715, within(5e-6));
        assertThat(net(landfill(0, 0.8), 1, 0.17) + 0.1297).isCloseTo(5.521373, within(5e-6));
    }

    /** Ready table of avoided methane a tonne: first year, ten and twenty years, for ever. */
    @ParameterizedTest
    @CsvSource({
        "0.15, 0.06, 0.062370, 0.483223, 0.748421, 1.071000",
        "0.15, 0.185, 0.180887, 0.902599, 1.044521, 1.071000",
        "0.15, 0.085, 0.087273, 0.613239, 0.875346, 1.071000",
        "0.15, 0.40, 0.353087, 1.051384, 1.070641, 1.071000",
        "0.20, 0.10, 0.135892, 0.902668, 1.234741, 1.428000",
        "0.20, 0.17, 0.223247, 1.167128, 1.380343, 1.428000"
    })
    void readyTableOfAvoidedMethane(double doc, double k, double one, double ten, double twenty, double all) {
        var site = landfill(0, 1);
        var waste = waste(doc, k);
        var tonne = new Tonnes(1);
        var tolerance = within(6e-7);

        assertThat(LandfillMethane.commitment(site, waste, tonne, 1).value()).isCloseTo(one, tolerance);
        assertThat(LandfillMethane.commitment(site, waste, tonne, 10).value()).isCloseTo(ten, tolerance);
        assertThat(LandfillMethane.commitment(site, waste, tonne, 20).value()).isCloseTo(twenty, tolerance);
        assertThat(LandfillMethane.foreverAfter(site, waste, tonne).value()).isCloseTo(all, tolerance);
    }

    /** IPCC 2006 V1 ch 3, Finland's table: 20 ⊕ 50 = 54, 15 ⊕ 150 = 151, 30 ⊕ 50 = 58. */
    @ParameterizedTest
    @CsvSource({"20, 50, 53.85", "15, 150, 150.75", "30, 50, 58.31"})
    void o19_uncertaintyOfAProduct(double activity, double factor, double both) {
        assertThat(ErrorPropagation.ofProduct(activity, factor)).isCloseTo(both, within(0.005));
    }

    /** IPCC 2006 V1 ch 3: a mean of 1 with 100 % gives −65 % and +126 %. */
    @Test
    void o20_lognormalInterval() {
        assertThat(ErrorPropagation.geometricMean(1, 100)).isCloseTo(0.8944, within(5e-5));
        assertThat(ErrorPropagation.geometricDeviation(100)).isCloseTo(1.6038, within(5e-5));
        assertThat(ErrorPropagation.lower(1, 100) - 1).isCloseTo(-0.646, within(5e-4));
        assertThat(ErrorPropagation.upper(1, 100) - 1).isCloseTo(1.258, within(5e-4));
    }

    /** IPCC 2006 V1 ch 3: correction of large uncertainties. */
    @Test
    void o21_correctionAboveOneHundredPercent() {
        assertThat(ErrorPropagation.correction(100)).isCloseTo(1.067, within(5e-4));
        assertThat(ErrorPropagation.correction(230)).isCloseTo(1.693, within(5e-4));
    }

    /** Finland 2003: 67,730 Gg ± 15.9 %. */
    @Test
    void o22_finland2003() {
        assertThat(67_730 * (1 - 0.159)).isCloseTo(56_970, within(10.0));
        assertThat(ErrorPropagation.halfWidth(56_970, 78_490, 67_730)).isCloseTo(15.9, within(0.05));
    }

    /** 100 t of food, temperate wet, ten years. */
    @Test
    void o23_uncertaintyOfANetBenefit() {
        var avoided = LandfillMethane.commitment(landfill(0, 1), waste(0.15, 0.185), new Tonnes(100), 10)
                .value();
        var ofAvoided = ErrorPropagation.ofProduct(5, 20, 20, 5, 10);

        assertThat(avoided).isCloseTo(90.26, within(0.005));
        assertThat(ofAvoided).isCloseTo(30.8, within(0.05));
        assertThat(ErrorPropagation.ofSum(new double[] {avoided, -10.9}, new double[] {ofAvoided, 100.1}))
                .isCloseTo(37.7, within(0.05));
    }

    /** 38,931 kJ/m³ × 15.3 t C/TJ × 0.99 × 44/12. */
    @Test
    void o24_naturalGas() {
        assertThat(38_931e-9 * 15.3 * 0.99 * 44 / 12 * 1_000).isCloseTo(2.1622, within(5e-5));
    }

    /** One tonne of Chinese waste burnt: paper, textiles, plastics and other carry fossil carbon. */
    @Test
    void o25_incinerationOfChineseWaste() {
        var parts = List.of(
                part(0.085, 0.90, 0.46, 0.01),
                part(0.041, 0.80, 0.50, 0.20),
                part(0.130, 1.00, 0.75, 1.00),
                part(0.085, 0.90, 0.03, 1.00));
        var fossil = Incineration.fossilCarbonDioxide(new Tonnes(1), parts, ALL);
        var others = Incineration.otherGases(new Tonnes(1), 0.0002, 0.05, CH4_AR5, N2O_AR5);

        assertThat(fossil.value()).isCloseTo(0.379232, within(1e-6));
        assertThat(others.value()).isCloseTo(0.013256, within(1e-6));
        assertThat(fossil.plus(others).value()).isCloseTo(0.392488, within(1e-6));
        assertThat(Incineration.fossilCarbonDioxide(new Tonnes(1), List.of(part(1, 1, 0.75, 1)), ALL)
                        .value())
                .isCloseTo(2.75, EXACT);
    }

    private static Incineration.Part part(double share, double dry, double carbon, double fossil) {
        return new Incineration.Part(
                new Fraction(share), new Fraction(dry), new Fraction(carbon), new Fraction(fossil));
    }

    /** Twenty years, net of TOOL13, for food in four climates and garden waste in two. */
    @ParameterizedTest
    @CsvSource({
        "0.15, 0.06, 0.639421",
        "0.15, 0.185, 0.935521",
        "0.15, 0.085, 0.766346",
        "0.15, 0.40, 0.961641",
        "0.20, 0.10, 1.125741",
        "0.20, 0.17, 1.271343"
    })
    void o26_netOfTwentyYears(double doc, double k, double net) {
        var avoided = LandfillMethane.commitment(landfill(0, 1), waste(doc, k), new Tonnes(1), 20);
        var emitted = new Biological(2, 0.2).emission(new Tonnes(1), CH4_AR5, N2O_AR5);

        assertThat(avoided.minus(emitted).value()).isCloseTo(net, within(1e-6));
    }

    /** Where food is burnt, composting by TOOL13 emits more: −0.0957 t/t, shown and not cut off. */
    @Test
    void againstIncinerationCompostingIsNegative() {
        var burnt = Incineration.otherGases(new Tonnes(1), 0.0002, 0.05, CH4_AR5, N2O_AR5);
        var composted = new Biological(2, 0.2).emission(new Tonnes(1), CH4_AR5, N2O_AR5);

        assertThat(burnt.minus(composted).value()).isCloseTo(-0.0957, within(5e-5));
    }

    /** The two branches of Shenzhen's baseline. */
    @Test
    void twoBranchBaseline() {
        var baseline = new TwoBranchBaseline(2, 9);

        assertThat(baseline.saving(3, 5)).isCloseTo(1, EXACT);
        assertThat(baseline.saving(3, 8)).isCloseTo(1, EXACT);
        assertThat(baseline.saving(3, 10)).isCloseTo(-1, EXACT);
    }
}

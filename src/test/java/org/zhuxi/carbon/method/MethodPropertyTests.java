package org.zhuxi.carbon.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** What holds for any waste, site and mass. */
class MethodPropertyTests {

    private static final double CLOSE = 1e-9;

    private static Landfill site(double captured) {
        return new Landfill(
                new Fraction(0.85),
                new Fraction(captured),
                new Gwp(28),
                new Fraction(0.1),
                new Fraction(0.5),
                new Fraction(0.5),
                new Fraction(1));
    }

    private static Waste waste(double doc, double k) {
        return new Waste(new Fraction(doc), new PerYear(k));
    }

    @Property(tries = 200)
    void emissionIsLinearInMass(
            @ForAll @DoubleRange(min = 0, max = 1) double doc,
            @ForAll @DoubleRange(min = 0.01, max = 1) double k,
            @ForAll @Size(min = 1, max = 20) List<@DoubleRange(min = 0, max = 1000) Double> masses,
            @ForAll @DoubleRange(min = 0, max = 50) double times) {
        var once = LandfillMethane.byYear(
                site(0), waste(doc, k), masses.stream().map(Tonnes::new).toList());
        var more = LandfillMethane.byYear(
                site(0),
                waste(doc, k),
                masses.stream().map(mass -> new Tonnes(mass * times)).toList());

        IntStream.range(0, masses.size())
                .forEach(year -> assertThat(more.get(year).value())
                        .isCloseTo(
                                once.get(year).value() * times,
                                within(CLOSE * (1 + more.get(year).value()))));
    }

    @Property(tries = 200)
    void yearsOfOneDepositTelescopeToItsCommitment(
            @ForAll @DoubleRange(min = 0, max = 1) double doc,
            @ForAll @DoubleRange(min = 0.01, max = 1) double k,
            @ForAll @DoubleRange(min = 0, max = 1000) double mass,
            @ForAll @IntRange(min = 1, max = 60) int years) {
        var deposits = Stream.concat(
                        Stream.of(new Tonnes(mass)), Collections.nCopies(years - 1, new Tonnes(0)).stream())
                .toList();
        var sum = LandfillMethane.byYear(site(0.2), waste(doc, k), deposits).stream()
                .mapToDouble(TonnesCo2e::value)
                .sum();

        assertThat(sum)
                .isCloseTo(
                        LandfillMethane.commitment(site(0.2), waste(doc, k), new Tonnes(mass), years)
                                .value(),
                        within(CLOSE * (1 + sum)));
    }

    @Property(tries = 200)
    void twelveMonthsOfADepositAreItsFirstYear(
            @ForAll @DoubleRange(min = 0, max = 1) double doc,
            @ForAll @DoubleRange(min = 0.01, max = 1) double k,
            @ForAll @DoubleRange(min = 0, max = 1000) double mass) {
        var deposits = Stream.concat(Stream.of(new Tonnes(mass)), Collections.nCopies(11, new Tonnes(0)).stream())
                .toList();
        var months = LandfillMethane.byMonth(site(0), waste(doc, k), deposits).stream()
                .mapToDouble(TonnesCo2e::value)
                .sum();

        assertThat(months)
                .isCloseTo(
                        LandfillMethane.commitment(site(0), waste(doc, k), new Tonnes(mass), 1)
                                .value(),
                        within(CLOSE * (1 + months)));
    }

    /** The recursion against the double sum as TOOL04 prints it. */
    @Property(tries = 100)
    void theRecursionIsThePublishedSum(
            @ForAll @DoubleRange(min = 0.01, max = 1) double k,
            @ForAll @Size(min = 1, max = 30) List<@DoubleRange(min = 0, max = 1000) Double> masses) {
        var found = LandfillMethane.byYear(
                site(0), waste(0.15, k), masses.stream().map(Tonnes::new).toList());
        var last = masses.size() - 1;
        var published = site(0).perTonneOfCarbon()
                * IntStream.rangeClosed(0, last)
                        .mapToDouble(x -> masses.get(x) * 0.15 * Math.exp(-k * (last - x)) * (1 - Math.exp(-k)))
                        .sum();

        assertThat(found.getLast().value()).isCloseTo(published, within(CLOSE * (1 + published)));
    }

    /** With one uncertain factor the interval by draws and by propagation agree within the noise of 10,000 draws. */
    @Property(tries = 20)
    void drawsAndPropagationAgreeWhereTheFormulaIsLinear(
            @ForAll @DoubleRange(min = 1, max = 30) double percent, @ForAll @IntRange(min = 1, max = 9999) int seed) {
        var model = new Model(
                List.of(
                        new Variable("mass", 1000, new Spread.Normal(percent)),
                        new Variable("factor", 0.5, Spread.EXACT)),
                List.of(new Term("mass", 1, Formula.product(1, "factor"))));
        var interval = model.simulate(10_000, seed);

        assertThat(model.value()).isCloseTo(500, within(CLOSE));
        assertThat(model.propagated()).isCloseTo(5 * percent, within(0.01 * percent));
        assertThat((interval.high() - interval.low()) / 2).isCloseTo(5 * percent, within(0.5 * percent));
    }

    @Test
    void theSameSeedGivesTheSameIntervalToTheLastDigit() {
        var model = new Model(
                List.of(
                        new Variable("mass", 1000, new Spread.Normal(2)),
                        new Variable("factor", 4, new Spread.Lognormal(100)),
                        new Variable("share", 0.3, new Spread.Triangular(0.1, 0.6))),
                List.of(new Term("mass", -1, new Formula(0.001, List.of("factor"), List.of("share"), null))));

        assertThat(model.simulate(10_000, 7))
                .isEqualTo(model.simulate(10_000, 7))
                .isNotEqualTo(model.simulate(10_000, 8));
        assertThat(model.value()).isCloseTo(-2.8, within(CLOSE));
        assertThat(model.simulate(10_000, 7).mean()).isNegative();
    }

    /** A factor that two terms share is one draw: where they cancel, nothing is uncertain. */
    @Test
    void whatTermsShareStaysCorrelated() {
        var formula = Formula.product(1, "factor");
        var model = new Model(
                List.of(
                        new Variable("a", 10, Spread.EXACT),
                        new Variable("b", 10, Spread.EXACT),
                        new Variable("factor", 4, new Spread.Lognormal(100))),
                List.of(new Term("a", 1, formula), new Term("b", -1, formula)));

        assertThat(model.simulate(1_000, 1)).isEqualTo(new Interval(0, 0, 0));
        assertThat(model.propagated()).isZero();
    }

    @Test
    void impossibleValuesCannotBeMade() {
        assertThatThrownBy(() -> new Tonnes(-1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Tonnes(Double.NaN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Fraction(1.01)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new PerYear(0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Gwp(-28)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Spread.Triangular(2, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Model(List.of(), List.of(new Term("a", 1, Formula.product(1)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

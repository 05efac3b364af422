package org.zhuxi.compost.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.zhuxi.compost.process.MassBalance.Flow;
import org.zhuxi.compost.process.Recipe.Feasible;
import org.zhuxi.compost.process.Recipe.Part;
import org.zhuxi.compost.process.Sanitisation.Day;
import org.zhuxi.compost.process.Sanitisation.Verdict;

/** What holds for every batch, mix and row of temperatures. */
class CompostProperties {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);

    @Property(tries = 300)
    void massIsConserved(@ForAll("flows") List<Flow> in, @ForAll("flows") List<Flow> out) {
        var balance = MassBalance.of(in, out);

        assertThat(balance.outKg().add(balance.lossKg())).isEqualByComparingTo(balance.inKg());
    }

    @Property(tries = 300)
    void splittingABucketChangesNothing(@ForAll("flows") List<Flow> in, @ForAll("flows") List<Flow> out) {
        var halves = in.stream()
                .flatMap(it -> {
                    var half = new Flow(it.massKg().divide(BigDecimal.TWO), it.moisturePercent());
                    return List.of(half, half).stream();
                })
                .toList();

        var whole = MassBalance.of(in, out);
        var split = MassBalance.of(halves, out);

        assertThat(split.inKg()).isEqualByComparingTo(whole.inKg());
        assertThat(split.dryLoss()).isEqualByComparingTo(whole.dryLoss());
        assertThat(split.verdict()).isEqualTo(whole.verdict());
    }

    @Property(tries = 300)
    void moreDryMatterNeverComesOutOfABelievableBatch(@ForAll("flows") List<Flow> in, @ForAll("flows") List<Flow> out) {
        var balance = MassBalance.of(in, out);

        if (balance.verdict() == MassBalance.Verdict.PLAUSIBLE) {
            assertThat(balance.dryOutKg()).isLessThan(balance.dryInKg());
            assertThat(balance.outKg()).isLessThanOrEqualTo(balance.inKg());
        }
    }

    @Property(tries = 300)
    void aSolutionMeetsBothTargets(
            @ForAll @DoubleRange(min = 1, max = 5) double nitrogen,
            @ForAll @DoubleRange(min = 10, max = 24) double ratio,
            @ForAll @DoubleRange(min = 45, max = 85) double moisture,
            @ForAll @DoubleRange(min = 40, max = 400) double brownRatio,
            @ForAll @DoubleRange(min = 5, max = 45) double brownMoisture) {
        var parts = List.of(new Part(Feedstock.of(nitrogen, ratio, moisture), 50));
        var brown = Feedstock.of(0.5, brownRatio, brownMoisture);

        if (Recipe.solve(parts, brown, Feedstock.WATER, 28, 58) instanceof Feasible found) {
            assertThat(found.mix().carbonNitrogen()).isCloseTo(28, within(1e-6));
            assertThat(found.mix().moisturePercent()).isCloseTo(58, within(1e-6));
            assertThat(found.secondKg()).isNotNegative();
            assertThat(found.thirdKg()).isNotNegative();
            assertThat(found.mix().massKg()).isCloseTo(50 + found.secondKg() + found.thirdKg(), within(1e-6));
        }
    }

    @Property(tries = 300)
    void aMissingDayNeverHelps(
            @ForAll List<@DoubleRange(min = 20, max = 75) Double> minima, @ForAll @IntRange(max = 30) int gap) {
        var rule = new Sanitisation.Rule(
                "TRIAL", new org.zhuxi.kernel.Names("", ""), 55, 3, true, 0, null, List.of(), Evidence.DECLARED, "");
        var all = new ArrayList<Day>();
        for (var i = 0; i < minima.size(); i++) {
            all.add(new Day(FIRST.plusDays(i), minima.get(i), 0));
        }
        var fewer = all.stream()
                .map(it -> it.date().equals(FIRST.plusDays(gap)) ? new Day(it.date(), null, 0) : it)
                .toList();

        if (Sanitisation.judge(rule, fewer).verdict() == Verdict.PASS) {
            assertThat(Sanitisation.judge(rule, all).verdict()).isEqualTo(Verdict.PASS);
        }
    }

    @Provide
    Arbitrary<List<Flow>> flows() {
        var mass = Arbitraries.bigDecimals()
                .between(new BigDecimal("0.1"), new BigDecimal("500"))
                .ofScale(1);
        var moisture = Arbitraries.bigDecimals()
                .between(BigDecimal.ZERO, new BigDecimal("95"))
                .ofScale(1);
        return Combinators.combine(mass, moisture)
                .as(Flow::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}

package org.zhuxi.carbon.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.zhuxi.carbon.Statement;
import org.zhuxi.carbon.StatementDocument.Outcome;
import org.zhuxi.carbon.StatementSums;

/** Statements added up: what they share stays shared, what they do not share is drawn apart. */
class SumReckonerTests {

    private static final SampleStatements SAMPLES = new SampleStatements();
    private static final BigDecimal MASS = BigDecimal.valueOf(400);

    @Test
    void aSumOfOneStatementIsThatStatement() {
        var one = SAMPLES.whole(3, 1, MASS);

        var sum = SumReckoner.reckon(List.of(one));

        assertThat(sum.net()).isEqualTo(one.document().net());
        assertThat(sum.landfillOnly()).isEqualTo(one.document().landfillOnly());
        assertThat(sum.factors())
                .containsExactlyInAnyOrderElementsOf(one.document().factors());
    }

    @Test
    void theValueIsTheSumOfTheStatements() {
        var statements = List.of(SAMPLES.whole(0, 1, MASS), SAMPLES.whole(5, 2, MASS), SAMPLES.whole(9, 12, MASS));

        var sum = SumReckoner.reckon(statements);

        var added = statements.stream().map(it -> it.document().net().kg()).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(sum.net().kg())
                .as("each statement is rounded down to a gram")
                .isCloseTo(added, within(new BigDecimal("0.003")));
        assertThat(sum.treatedKg()).isEqualByComparingTo("1440");
        assertThat(sum.places()).isEqualTo(3);
        assertThat(sum.period()).isEqualTo("2025");
    }

    @Test
    void whatTheyShareDoesNotAverageOut() {
        var twelve = new ArrayList<Statement>();
        for (var month = 1; month <= 12; month++) {
            twelve.add(SAMPLES.whole(9, month, MASS));
        }
        var one = twelve.getFirst().document().net();

        var sum = SumReckoner.reckon(twelve).net();

        assertThat(width(sum))
                .as("factors are the same all year, so the interval grows nearly with the sum")
                .isGreaterThan(0.9 * 12 * width(one))
                .as("weights are not, so it stays below")
                .isLessThan(12 * width(one));
        assertThat(sum.halfWidthKg().doubleValue())
                .isGreaterThan(0.9 * 12 * one.halfWidthKg().doubleValue())
                .isLessThan(12 * one.halfWidthKg().doubleValue());
    }

    private static double width(Outcome outcome) {
        return outcome.highKg().subtract(outcome.lowKg()).doubleValue();
    }

    @Test
    void aProgrammeOfAHundredAndEightSitesAndTwelveMonthsHasBothIntervals() {
        var sum = SumReckoner.reckon(SAMPLES.of(108, 12));

        assertThat(sum.parts()).hasSize(1_296);
        assertThat(sum.places()).isEqualTo(108);
        assertThat(sum.net().lowKg()).isLessThan(sum.net().kg());
        assertThat(sum.net().highKg()).isGreaterThan(sum.net().kg());
        assertThat(width(sum.net()) / 2)
                .as("simulation and error propagation say about the same of a sum")
                .isCloseTo(
                        sum.net().halfWidthKg().doubleValue(),
                        within(0.25 * sum.net().halfWidthKg().doubleValue()));
        assertThat(sum.simulation().draws()).isEqualTo(10_000);
    }

    @Property(tries = 20)
    void theOrderOfStatementsChangesNothing(@ForAll @IntRange(min = 2, max = 6) int sites, @ForAll long seed) {
        var statements = new ArrayList<>(SAMPLES.of(sites, 2));
        var before = SumReckoner.reckon(statements);
        Collections.shuffle(statements, new Random(seed));

        assertThat(StatementSums.hash(SumReckoner.reckon(statements))).isEqualTo(StatementSums.hash(before));
    }

    @Property(tries = 20)
    void theSumIsLinearInMass(@ForAll @IntRange(min = 1, max = 9) int times) {
        var once = SumReckoner.reckon(List.of(SAMPLES.statement(1, 1, MASS), SAMPLES.statement(2, 1, MASS)));
        var more = MASS.multiply(BigDecimal.valueOf(times));
        var often = SumReckoner.reckon(List.of(SAMPLES.statement(1, 1, more), SAMPLES.statement(2, 1, more)));

        assertThat(often.net().kg().doubleValue())
                .isCloseTo(times * once.net().kg().doubleValue(), within(0.001 * (times + 1)));
    }

    @Test
    void nothingAndStatementsOfTwoYearsAreNotAdded() {
        var samples = new SampleStatements();

        assertThatThrownBy(() -> SumReckoner.reckon(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SumReckoner.reckon(
                        List.of(samples.statement(1, 1, MASS), samples.inYear(2024, samples.statement(2, 1, MASS)))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

package org.zhuxi.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrendTests {

    @Provide
    Arbitrary<List<@Nullable BigDecimal>> values() {
        return Arbitraries.integers()
                .between(-50, 50)
                .map(BigDecimal::valueOf)
                .injectNull(0.15)
                .list()
                .ofMaxSize(40);
    }

    @Property(tries = 200)
    void theSameBackwardsMovesTheOtherWay(@ForAll("values") List<@Nullable BigDecimal> values) {
        var backwards = new ArrayList<>(values);
        Collections.reverse(backwards);

        assertThat(change(backwards)).isCloseTo(-change(values), within(1e-9));
    }

    @Property(tries = 200)
    void aGapIsNoZeroAndGapsAtTheEndsChangeNothing(
            @ForAll("values") List<@Nullable BigDecimal> values, @ForAll @IntRange(max = 5) int gaps) {
        var wider = new ArrayList<@Nullable BigDecimal>(Collections.nCopies(gaps, null));
        wider.addAll(values);
        wider.addAll(Collections.nCopies(gaps, null));

        assertThat(change(wider)).isEqualTo(change(values));
    }

    @Property(tries = 200)
    void anotherUnitOrAnotherZeroTellsTheSame(
            @ForAll("values") List<@Nullable BigDecimal> values,
            @ForAll @IntRange(min = 1, max = 9) int factor,
            @ForAll @IntRange(min = -99, max = 99) int more) {
        var other = new ArrayList<@Nullable BigDecimal>();
        values.forEach(value -> other.add(
                value == null
                        ? null
                        : value.multiply(BigDecimal.valueOf(factor)).add(BigDecimal.valueOf(more))));

        assertThat(change(other)).isCloseTo(factor * change(values), within(1e-9));
    }

    @Property(tries = 50)
    void aStraightLineMovesFromItsFirstToItsLastValue(
            @ForAll @IntRange(min = 5, max = 60) int length, @ForAll @IntRange(min = -9, max = 9) int step) {
        var line = IntStream.range(0, length)
                .<@Nullable BigDecimal>mapToObj(at -> BigDecimal.valueOf((long) at * step))
                .toList();

        assertThat(change(line)).isCloseTo((length - 1.0) * step, within(1e-9));
    }

    @Property(tries = 100)
    void fewerThanFiveSayNothing(@ForAll @IntRange(max = 4) int length) {
        var line = IntStream.range(0, length)
                .<@Nullable BigDecimal>mapToObj(BigDecimal::valueOf)
                .toList();

        assertThat(Trend.of(line)).isEqualTo(new Trend.TooFew(length));
    }

    @Test
    void oneStrangeMonthDoesNotMakeATrend() {
        assertThat(Trend.of(numbers(10, 11, 10, 12, 11, 500))).isEqualTo(new Trend.Steady(0, 5));
    }

    /** Two-sided, from table A18 of Gilbert (1987), which gives one side. */
    @ParameterizedTest
    @CsvSource({"4, 6, 0.084", "5, 8, 0.084", "5, 10, 0.0166", "8, 16, 0.062", "10, 21, 0.072", "10, 23, 0.046"})
    void countsOrdersAsThePrintedTableDoes(int values, int score, double probability) {
        assertThat(new MannKendall(score, values, 0, false).exact()).isCloseTo(probability, within(0.002));
    }

    private static List<@Nullable BigDecimal> numbers(int... values) {
        return IntStream.of(values)
                .<@Nullable BigDecimal>mapToObj(BigDecimal::valueOf)
                .toList();
    }

    private static double change(List<@Nullable BigDecimal> values) {
        return Trend.of(values) instanceof Trend.Moved moved ? moved.change().doubleValue() : 0;
    }
}

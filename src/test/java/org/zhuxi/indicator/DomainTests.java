package org.zhuxi.indicator;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of this module by themselves. */
class DomainTests {

    @ParameterizedTest
    @CsvSource({
        "900余, 900, AT_LEAST",
        "超2000, 2000, AT_LEAST",
        "超过 2000, 2000, AT_LEAST",
        "5000+, 5000, AT_LEAST",
        "70以上, 70, AT_LEAST",
        "近50, 50, AT_MOST",
        "不足5, 5, AT_MOST",
        "约8000, 8000, ABOUT",
        "20左右, 20, ABOUT",
        "121.8万, 1218000, EXACT",
        "42, 42, EXACT",
        "-14, -14, EXACT",
        "'1,600余', 1600, AT_LEAST"
    })
    void readsNumbersWithTheWordsAroundThem(String printed, BigDecimal value, Qualifier qualifier) {
        var number = QualifiedNumber.parse(printed).orElseThrow();

        assertThat(number.value()).isEqualByComparingTo(value);
        assertThat(number.qualifier()).isEqualTo(qualifier);
        assertThat(number.original()).isEqualTo(printed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "很多", "9e99", "1.2.3", "NaN", "999999999999999999999"})
    void takesNothingElseForANumber(String typed) {
        assertThat(QualifiedNumber.parse(typed)).isEmpty();
    }

    @Property(tries = 300)
    void thePrintedRateOfAnyCountLeadsBackToItsDenominator(
            @ForAll @LongRange(min = 1, max = 5_000) long whole, @ForAll @LongRange(min = 1, max = 5_000) long some) {
        var part = Math.min(some, whole);

        assertThat(Ratio.wholesOf(part, Ratio.of(part, whole).percent(2))).contains(whole);
    }

    @Property(tries = 300)
    void whatIsMissingToATargetReachesItAndOneLessDoesNot(
            @ForAll @LongRange(min = 1, max = 100_000) long whole, @ForAll @IntRange(min = 1, max = 99) int percent) {
        var target = BigDecimal.valueOf(percent);
        var needed = Ratio.of(0, whole).missingTo(target);

        assertThat(Ratio.of(needed, whole).reaches(target)).isTrue();
        assertThat(Ratio.of(needed - 1, whole).reaches(target)).isFalse();
    }

    @Test
    void knowsMonthsAndYears() {
        assertThat(ReportPeriod.parse("2026-09").orElseThrow().days().to()).isEqualTo("2026-10-01");
        assertThat(ReportPeriod.parse("2026").orElseThrow().days().from()).isEqualTo("2026-01-01");
        assertThat(ReportPeriod.parse("2026-01").orElseThrow().before().code()).isEqualTo("2025-12");
        assertThat(ReportPeriod.parse("2026-01").orElseThrow().upToHere(3).map(ReportPeriod::code))
                .containsExactly("2025-11", "2025-12", "2026-01");
        assertThat(Stream.of("", "26", "2026-13", "2026-9", "0000", "2026-09-01")
                        .map(ReportPeriod::parse))
                .containsOnly(Optional.empty());
    }

    @Test
    void tellsTheCourseOfValuesAndSkipsWhatIsMissing() {
        assertThat(trend("40", null, "41.2").finding()).isEqualTo(Trend.Finding.ROSE_STEADILY);
        assertThat(trend("40", "39", "41.2").finding()).isEqualTo(Trend.Finding.ROSE);
        assertThat(trend("3", "2", "1").finding()).isEqualTo(Trend.Finding.FELL_STEADILY);
        assertThat(trend("3", null, null).finding()).isEqualTo(Trend.Finding.TOO_FEW);
        assertThat(trend("3", "4", "3").finding()).isEqualTo(Trend.Finding.UNCHANGED);
        assertThat(trend("40", null, "41.2").change())
                .isEqualTo(new Delta(Delta.Kind.PERCENTAGE_POINTS, new BigDecimal("1.2"), null));
    }

    private static Trend trend(@Nullable String... values) {
        var months = ReportPeriod.parse("2026-09")
                .orElseThrow()
                .upToHere(values.length)
                .toList();
        var points = java.util.stream.IntStream.range(0, values.length)
                .mapToObj(i -> new Trend.Point(months.get(i), value(values[i])))
                .toList();
        return Trend.of(List.copyOf(points), true);
    }

    private static Reckoned value(@Nullable String value) {
        return value == null
                ? new Reckoned.None(Reckoned.Reason.MISSING, "x")
                : new Reckoned.Known(new BigDecimal(value), BigDecimal.ONE, null, Qualifier.EXACT);
    }
}

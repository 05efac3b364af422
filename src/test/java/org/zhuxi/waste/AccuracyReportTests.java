package org.zhuxi.waste;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

class AccuracyReportTests {

    @Test
    void reckonsAccuracyAsDeclared() {
        assertThat(new SortingTally(73, 100, 0, 0).percent()).contains(new BigDecimal("73.0"));
        assertThat(new SortingTally(0, 0, 2, 3).percent()).contains(new BigDecimal("66.7"));
        assertThat(new SortingTally(1, 2, 1, 1).percent()).contains(new BigDecimal("66.7"));
        assertThat(new SortingTally(0, 5, 0, 0).percent()).contains(new BigDecimal("0.0"));
        assertThat(SortingTally.NONE.percent()).isEmpty();
    }

    @Test
    void reckonsTheTrendInPercentagePoints() {
        var before = new SortingTally(40, 100, 0, 0);
        assertThat(new SortingTally(412, 1000, 0, 0).pointsSince(before)).contains(new BigDecimal("1.2"));
        assertThat(new SortingTally(412, 1000, 0, 0).pointsSince(SortingTally.NONE))
                .isEmpty();
        assertThat(SortingTally.NONE.pointsSince(before)).isEmpty();
    }

    @Test
    void publishesEverythingWhenEveryPartIsLargeEnough() {
        var report = report(List.of(5, 9, 30), List.of(5, 9, 30));
        assertThat(report.published()).isEqualTo(report);
    }

    @Test
    void hidesASecondPartSoThatTheFirstCannotBeFoundBySubtraction() {
        var published = report(List.of(3, 40, 8), List.of(0, 0, 0)).published();
        assertThat(published.parts()).extracting(AccuracyLine::suppressed).containsExactly(true, false, true);
    }

    @Test
    void hidesTheMonthBeforeWhereThatWasTooSmall() {
        var published = report(List.of(10, 12, 14), List.of(2, 12, 14)).published();
        assertThat(published.parts()).noneMatch(AccuracyLine::suppressed);
        assertThat(published.parts())
                .extracting(line -> line.trend().isPresent())
                .containsExactly(false, false, true);
    }

    @Property
    void neverSinglesOutFewerThanFiveHouseholds(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 12) Integer> households) {
        var published = report(households, households).published();
        assertThat(published.parts())
                .filteredOn(line -> !line.suppressed())
                .allMatch(line -> line.households() >= AccuracyLine.FEWEST_HOUSEHOLDS);
        var shown =
                published.parts().stream().mapToLong(AccuracyLine::households).sum();
        var hidden = households.stream().mapToInt(Integer::intValue).sum() - shown;
        var allHidden = published.parts().stream().allMatch(AccuracyLine::suppressed);
        assertThat(hidden == 0 || hidden >= AccuracyLine.FEWEST_HOUSEHOLDS || allHidden)
                .isTrue();
    }

    private static AccuracyReport report(List<Integer> households, List<Integer> before) {
        var parts = new ArrayList<AccuracyLine>();
        for (int i = 0; i < households.size(); i++) {
            parts.add(line("B" + i, households.get(i), before.get(i)));
        }
        var total = households.stream().mapToInt(Integer::intValue).sum();
        var totalBefore = before.stream().mapToInt(Integer::intValue).sum();
        return new AccuracyReport(YearMonth.of(2026, 11), line("C", total, totalBefore), parts);
    }

    private static AccuracyLine line(String code, int households, int before) {
        return new AccuracyLine(
                code,
                new Names(code, code),
                new PlacePath("/" + code),
                households,
                new SortingTally(households, households, 0, 0),
                SortingTally.NONE,
                before,
                new SortingTally(before, before, 0, 0),
                false);
    }
}

package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.ActivitySeries;
import org.zhuxi.activity.SeriesSum;
import org.zhuxi.kernel.CalendarStep;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.place.Community;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.platform.web.ChartSeries;
import org.zhuxi.platform.web.Measure;
import org.zhuxi.waste.WasteClass;

/** The chain over time as charts, by the formulas of its figures and as public as they are; verified records only. */
@Service
public class ChainCharts {

    private static final Names BALANCE = new Names("投放、清运与处理", "Dropped, collected and treated");
    private static final Names DROPPED = new Names("投放量", "Waste dropped");
    private static final Names COLLECTED = new Names("清运量", "Waste collected");
    private static final Names TREATED = new Names("处理量", "Waste treated");
    private static final Names DIVERSION = new Names("分流率", "Diversion rate");
    private static final Names BEFORE = new Names("一年前的清运量", "Waste collected a year before");
    private static final Measure KILOGRAM = new Measure(new Names("kg", "kg"), 0, false);
    private static final List<String> DROPS = Stream.concat(kinds("waste.drop."), Stream.of("waste.pickup.hazardous"))
            .toList();
    private static final List<String> COLLECTIONS = kinds("waste.collection.").toList();
    private static final List<String> TREATMENTS = kinds("waste.treatment.").toList();
    private static final List<String> SORTED = COLLECTIONS.stream()
            .filter(kind -> !kind.endsWith(WasteClass.RESIDUAL.code()))
            .toList();
    private static final int YEAR = 12;

    private final ActivitySeries series;
    private final Clock clock;

    ChainCharts(ActivitySeries series, Clock clock) {
        this.series = series;
        this.clock = clock;
    }

    /** Masses along the chain, the diversion rate, and what was collected against the year before. */
    @Transactional(readOnly = true)
    public List<Chart> ofCommunity(Community community) {
        var today = LocalDate.now(clock.withZone(community.zone()));
        return List.of(
                Chart.fitting(today, timeline -> balance(community, timeline)),
                Chart.fitting(today, timeline -> diversion(community, timeline)),
                yearOnYear(community, Timeline.upTo(today, YEAR + 1, CalendarStep.MONTH)));
    }

    private Chart balance(Community community, Timeline timeline) {
        var kinds =
                Stream.of(DROPS, COLLECTIONS, TREATMENTS).flatMap(List::stream).toList();
        var sums = series.sums(List.of(community.id()), kinds, "mass", timeline);
        return new Chart(
                "balance",
                Chart.Form.LINES,
                BALANCE,
                KILOGRAM,
                timeline,
                List.of(
                        ChartSeries.of("collected", COLLECTED, timeline, points(sums, COLLECTIONS)),
                        ChartSeries.of("dropped", DROPPED, timeline, points(sums, DROPS)),
                        ChartSeries.of("treated", TREATED, timeline, points(sums, TREATMENTS))),
                csv(community, "balance"));
    }

    private Chart diversion(Community community, Timeline timeline) {
        var sums = series.sums(List.of(community.id()), COLLECTIONS, "mass", timeline);
        var sorted = points(sums, SORTED);
        var points = new HashMap<LocalDate, ChartPoint>();
        points(sums, COLLECTIONS).forEach((start, whole) -> {
            var all = whole.value();
            var part = sorted.getOrDefault(start, ChartPoint.of(BigDecimal.ZERO, false))
                    .value();
            if (all != null && part != null && all.signum() > 0) {
                points.put(start, new ChartPoint(percent(part, all), whole.mark()));
            }
        });
        return new Chart(
                "diversion",
                Chart.Form.LINES,
                DIVERSION,
                Measure.PERCENT,
                timeline,
                List.of(ChartSeries.of("diversion", DIVERSION, timeline, points)),
                csv(community, "diversion"));
    }

    private Chart yearOnYear(Community community, Timeline timeline) {
        var both = new Timeline(
                timeline.step(), timeline.first().minusMonths(YEAR), timeline.pieces() + YEAR, timeline.today());
        var points = points(series.sums(List.of(community.id()), COLLECTIONS, "mass", both), COLLECTIONS);
        var before = new HashMap<LocalDate, ChartPoint>();
        points.forEach((start, point) -> before.put(start.plusMonths(YEAR), point));
        return new Chart(
                "year-on-year",
                Chart.Form.LINES,
                COLLECTED,
                KILOGRAM,
                timeline,
                List.of(
                        ChartSeries.of("collected", COLLECTED, timeline, points),
                        ChartSeries.of("year-before", BEFORE, timeline, before)),
                csv(community, "year-on-year"));
    }

    /** Sums of several kinds by the first days of their pieces. */
    private static Map<LocalDate, ChartPoint> points(List<SeriesSum> sums, Collection<String> kinds) {
        return sums.stream()
                .filter(sum -> kinds.contains(sum.kind()))
                .collect(Collectors.groupingBy(
                        SeriesSum::start, Collectors.collectingAndThen(Collectors.toList(), ChainCharts::point)));
    }

    private static ChartPoint point(List<SeriesSum> sums) {
        return ChartPoint.of(
                sums.stream().map(SeriesSum::verified).reduce(BigDecimal.ZERO, BigDecimal::add),
                sums.stream().anyMatch(sum -> sum.waiting() > 0));
    }

    private static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return part.movePointRight(2).divide(whole, 1, RoundingMode.HALF_UP);
    }

    private static Stream<String> kinds(String stage) {
        return Arrays.stream(WasteClass.values()).map(it -> stage + it.code());
    }

    private static String csv(Community community, String code) {
        return "/waste/" + community.code() + "/charts/" + code + ".csv";
    }
}

package org.zhuxi.waste;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.ActivitySeries;
import org.zhuxi.activity.SeriesSum;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CalendarStep;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.place.Community;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.platform.web.ChartSeries;
import org.zhuxi.platform.web.Measure;

/** Sorting over time as charts: verified values only, a mark where records still wait, a gap where there are none. */
@Service
public class SortingCharts {

    private static final Names SORTED = new Names("分类投放总量", "All sorted waste");
    private static final Names ACCURACY = new Names("分类准确率", "Sorting accuracy");
    private static final Names DROPS = new Names("每天投放次数", "Drops a day");
    private static final Names OWN = new Names("我家投放的垃圾", "What we brought");
    private static final Measure COUNT = new Measure(new Names("次", ""), 0, false);
    private static final List<String> KINDS =
            Arrays.stream(WasteClass.values()).map(WasteClass::kind).toList();
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final int WEEKS = 26;
    private static final int DAYS = 60;

    private final ActivitySeries series;
    private final AccuracyHistory accuracy;
    private final Clock clock;

    SortingCharts(ActivitySeries series, AccuracyHistory accuracy, Clock clock) {
        this.series = series;
        this.accuracy = accuracy;
        this.clock = clock;
    }

    /** What everybody may see of a community, in the order of its page. */
    @Transactional(readOnly = true)
    public List<Chart> ofCommunity(Community community) {
        return List.of(mass(community), accuracy(community), drops(community));
    }

    /** How accurately a station's bags were sorted, week by week, for everybody. */
    @Transactional(readOnly = true)
    public Chart ofStation(StationView station) {
        var timeline = Timeline.upTo(station.today(), WEEKS, CalendarStep.WEEK);
        var site = station.station().site().id();
        return accuracy(
                timeline,
                accuracy.published(station.station().ref(), timeline),
                "/stations/" + site + "/charts/accuracy.csv");
    }

    /** How accurately a place sorted, by month or week, for those who may know. */
    @Transactional(readOnly = true)
    public Chart accuracy(Actor actor, PlacePath at, String code) {
        return Chart.fitting(
                LocalDate.now(clock.withZone(ZONE)),
                timeline -> accuracy(
                        timeline, accuracy.read(actor, at, timeline), "/work/accuracy-months.csv?place=" + code));
    }

    /** What a household brought, by month or week, for its members. */
    @Transactional(readOnly = true)
    public Chart ofHousehold(Actor actor, HouseholdRef household) {
        return Chart.fitting(
                LocalDate.now(clock.withZone(ZONE)),
                timeline -> masses(
                        "sorting",
                        OWN,
                        timeline,
                        series.ofHousehold(actor, household, KINDS, "mass", timeline),
                        "/me/charts/sorting.csv?household=" + household.id()));
    }

    private Chart mass(Community community) {
        return Chart.fitting(
                today(community),
                timeline -> masses(
                        "mass",
                        SORTED,
                        timeline,
                        series.sums(List.of(community.id()), KINDS, "mass", timeline),
                        csv(community, "mass")));
    }

    private Chart accuracy(Community community) {
        return Chart.fitting(
                today(community),
                timeline ->
                        accuracy(timeline, accuracy.published(community.path(), timeline), csv(community, "accuracy")));
    }

    private Chart drops(Community community) {
        var timeline = Timeline.upTo(today(community), DAYS, CalendarStep.DAY);
        var sums = series.sums(List.of(community.id()), KINDS, "mass", timeline);
        var row = total(DROPS, timeline, sums, sum -> BigDecimal.valueOf(sum.records()));
        return new Chart("drops", Chart.Form.BARS, DROPS, COUNT, timeline, List.of(row), csv(community, "drops"));
    }

    private static Chart masses(String code, Names subject, Timeline timeline, List<SeriesSum> sums, String csv) {
        var rows = new ArrayList<ChartSeries>();
        rows.add(total(subject, timeline, sums, SeriesSum::verified));
        for (var wasteClass : WasteClass.values()) {
            var own = sums.stream()
                    .filter(sum -> sum.kind().equals(wasteClass.kind()))
                    .collect(Collectors.toMap(
                            SeriesSum::start, sum -> ChartPoint.of(sum.verified(), sum.waiting() > 0)));
            rows.add(ChartSeries.of(wasteClass.code(), wasteClass.names(), timeline, own));
        }
        return new Chart(code, Chart.Form.LINES, subject, Measure.KILOGRAM, timeline, rows, csv);
    }

    private static ChartSeries total(
            Names name, Timeline timeline, List<SeriesSum> sums, Function<SeriesSum, BigDecimal> value) {
        Map<LocalDate, ChartPoint> points = new HashMap<>();
        sums.stream().collect(Collectors.groupingBy(SeriesSum::start)).forEach((start, parts) -> {
            var whole = parts.stream().map(value).reduce(BigDecimal.ZERO, BigDecimal::add);
            points.put(start, ChartPoint.of(whole, parts.stream().anyMatch(part -> part.waiting() > 0)));
        });
        return ChartSeries.of("all", name, timeline, points);
    }

    private static Chart accuracy(Timeline timeline, List<AccuracyMoment> moments, String csv) {
        var points = new HashMap<LocalDate, ChartPoint>();
        for (var moment : moments) {
            moment.verified()
                    .percent()
                    .ifPresent(percent -> points.put(
                            moment.start(),
                            ChartPoint.of(percent, moment.provisional().looks() > 0)));
        }
        var row = ChartSeries.of("accuracy", ACCURACY, timeline, points);
        return new Chart("accuracy", Chart.Form.LINES, ACCURACY, Measure.PERCENT, timeline, List.of(row), csv);
    }

    private LocalDate today(Community community) {
        return LocalDate.now(clock.withZone(community.zone()));
    }

    private static String csv(Community community, String code) {
        return "/communities/" + community.code() + "/charts/" + code + ".csv";
    }
}

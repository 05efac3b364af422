package org.zhuxi.portal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.zhuxi.kernel.CalendarStep;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.platform.web.ChartSeries;
import org.zhuxi.platform.web.Measure;

/** A chart in each of its states, with made-up numbers. */
final class DesignCharts {

    private static final int MONTHS = 13;
    private static final Names SUBJECT = new Names("示例", "Example");

    private DesignCharts() {}

    static List<Chart> every(LocalDate today) {
        var months = Timeline.upTo(today, MONTHS, CalendarStep.MONTH);
        var days = Timeline.upTo(today, 30, CalendarStep.DAY);
        return List.of(
                chart(
                        "rising",
                        Chart.Form.LINES,
                        Measure.PERCENT,
                        months,
                        row("a", "准确率", "Accuracy", months, 62, 2, 0)),
                chart(
                        "gaps",
                        Chart.Form.LINES,
                        Measure.KILOGRAM,
                        months,
                        row("a", "有缺口", "With gaps", months, 90, -3, 4)),
                chart(
                        "many",
                        Chart.Form.LINES,
                        Measure.KILOGRAM,
                        months,
                        row("a", "甲", "First", months, 200, 6, 0),
                        row("b", "乙", "Second", months, 150, -5, 5),
                        row("c", "丙", "Third", months, 90, 0, 0),
                        row("d", "丁", "Fourth", months, 40, 1, 6)),
                chart("daily", Chart.Form.BARS, Measure.KILOGRAM, days, row("a", "每天", "Each day", days, 20, 0, 7)),
                chart("few", Chart.Form.LINES, Measure.KILOGRAM, months, few(months)),
                chart(
                        "empty",
                        Chart.Form.LINES,
                        Measure.KILOGRAM,
                        months,
                        ChartSeries.of("a", new Names("还没有的", "Nothing yet"), months, java.util.Map.of())));
    }

    private static Chart chart(String code, Chart.Form form, Measure measure, Timeline timeline, ChartSeries... rows) {
        return new Chart(code, form, SUBJECT, measure, timeline, List.of(rows), "/design");
    }

    /** Goes up or down by a step, with a small wave; every so many pieces are missing, the last but one is provisional. */
    private static ChartSeries row(String code, String zh, String en, Timeline timeline, int first, int step, int gap) {
        var points = new ArrayList<ChartPoint>();
        for (int at = 0; at < timeline.pieces(); at++) {
            var value = BigDecimal.valueOf(first + (long) step * at + at * 7 % 5);
            var point = ChartPoint.of(value, at == timeline.pieces() - 2);
            points.add(gap > 0 && at % gap == gap - 1 ? ChartPoint.MISSING : point);
        }
        return new ChartSeries(code, new Names(zh, en), points);
    }

    private static ChartSeries few(Timeline timeline) {
        var points = IntStream.range(0, timeline.pieces())
                .mapToObj(at -> at < timeline.pieces() - 3
                        ? ChartPoint.MISSING
                        : ChartPoint.of(BigDecimal.valueOf(10L + at), false))
                .toList();
        return new ChartSeries("a", new Names("刚开始", "Just begun"), points);
    }
}

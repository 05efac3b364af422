package org.zhuxi.platform.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Timeline;

/**
 * A row of values of a chart.
 *
 * @param code short and stable, for files
 * @param points one for each piece of the chart's timeline
 */
public record ChartSeries(String code, Names name, List<ChartPoint> points) {

    public ChartSeries {
        points = List.copyOf(points);
    }

    /** The values by the first days of their pieces; what is not among them is a gap, and what is not over is marked so. */
    public static ChartSeries of(String code, Names name, Timeline timeline, Map<LocalDate, ChartPoint> values) {
        var points = new ArrayList<ChartPoint>();
        for (var start : timeline.starts()) {
            var point = values.getOrDefault(start, ChartPoint.MISSING);
            points.add(timeline.isUnfinished(start) ? point.unfinished() : point);
        }
        return new ChartSeries(code, name, points);
    }

    /** Where the finished values went. */
    public Trend trend() {
        var finished = new ArrayList<@Nullable BigDecimal>();
        points.forEach(point -> finished.add(point.isFinished() ? point.value() : null));
        return Trend.of(finished);
    }

    boolean isEmpty() {
        return points.stream().allMatch(point -> point.value() == null);
    }
}

package org.zhuxi.indicator.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.IndicatorView;
import org.zhuxi.kernel.CalendarStep;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.platform.web.Chart;
import org.zhuxi.platform.web.ChartPoint;
import org.zhuxi.platform.web.ChartSeries;
import org.zhuxi.platform.web.Links;
import org.zhuxi.platform.web.Measure;

/** The course of an indicator at a place, as a chart. */
@Component
class IndicatorCharts {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final Clock clock;

    IndicatorCharts(Clock clock) {
        this.clock = clock;
    }

    Chart course(IndicatorView view) {
        var definition = view.definition();
        var points = view.trend().points();
        var timeline = new Timeline(
                view.at().period().isYear() ? CalendarStep.YEAR : CalendarStep.MONTH,
                points.getFirst().period().days().from(),
                points.size(),
                LocalDate.now(clock.withZone(ZONE)));
        Map<LocalDate, ChartPoint> values = new HashMap<>();
        for (var point : points) {
            var value = point.value().orNull();
            if (value != null) {
                values.put(point.period().days().from(), ChartPoint.of(value, false));
            }
        }
        return new Chart(
                "course",
                Chart.Form.LINES,
                definition.names(),
                new Measure(definition.unit(), definition.decimals(), definition.isPercentage()),
                timeline,
                List.of(ChartSeries.of("value", definition.names(), timeline, values)),
                Links.to(
                        "/indicators/" + definition.code() + "/course.csv",
                        "place",
                        view.at().code(),
                        "period",
                        view.at().period().code()));
    }
}

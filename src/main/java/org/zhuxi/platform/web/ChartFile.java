package org.zhuxi.platform.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.platform.table.CsvTable;

/** What a chart draws, for programs: as JSON, and as a CSV with one row for each day, week, month or year. */
public record ChartFile(String code, Names subject, Names unit, String step, List<Row> series) {

    /** A series of the chart. */
    public record Row(String code, Names name, List<Value> values) {}

    /**
     * @param from first day
     * @param value null where nothing is known, which is not zero
     * @param mark {@code final}, {@code provisional} or {@code unfinished}; null without a value
     */
    public record Value(
            LocalDate from,
            @Nullable BigDecimal value,
            @Nullable String mark) {}

    public static ChartFile of(Chart chart) {
        var starts = chart.timeline().starts();
        var rows = new ArrayList<Row>();
        for (var series : chart.series()) {
            var values = new ArrayList<Value>();
            for (int at = 0; at < starts.size(); at++) {
                var point = series.points().get(at);
                values.add(new Value(starts.get(at), point.value(), mark(point)));
            }
            rows.add(new Row(series.code(), series.name(), values));
        }
        return new ChartFile(
                chart.code(),
                chart.subject(),
                chart.measure().unit(),
                chart.timeline().step().code(),
                rows);
    }

    /** @param name of the file, without its ending */
    public static void download(HttpServletResponse response, String name, Chart chart) throws IOException {
        var file = of(chart);
        var columns = new ArrayList<String>(List.of("from"));
        file.series().forEach(row -> columns.addAll(List.of(row.code(), row.code() + "_mark")));
        try (var csv = CsvTable.download(response, name, columns.toArray(String[]::new))) {
            var starts = chart.timeline().starts();
            for (int at = 0; at < starts.size(); at++) {
                var cells = new ArrayList<@Nullable Object>();
                cells.add(starts.get(at));
                for (var row : file.series()) {
                    cells.add(row.values().get(at).value());
                    cells.add(row.values().get(at).mark());
                }
                csv.row(cells.toArray());
            }
        }
    }

    private static @Nullable String mark(ChartPoint point) {
        return point.value() == null ? null : point.mark().name().toLowerCase(Locale.ROOT);
    }
}

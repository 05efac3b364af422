package org.zhuxi.platform.web;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.zhuxi.kernel.CalendarStep;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Timeline;

/**
 * A figure over time. Its title says in plain words what is to be seen; its table holds all that is drawn.
 *
 * @param code short and stable, unique on its page; part of the address of its CSV
 * @param subject what is counted
 * @param series the first one gives the title; each has a point for each piece of the timeline
 * @param csv address of the same as a file
 */
public record Chart(
        String code,
        Form form,
        Names subject,
        Measure measure,
        Timeline timeline,
        List<ChartSeries> series,
        String csv) {

    private static final int MONTHS = 13;
    private static final int WEEKS = 26;

    public Chart {
        series = List.copyOf(series);
        if (series.isEmpty() || series.stream().anyMatch(row -> row.points().size() != timeline.pieces())) {
            throw new IllegalArgumentException("A point for each piece of the timeline: " + code);
        }
    }

    /**
     * A chart of the last thirteen months, or of the last twenty-six weeks where there are too few months to say anything yet.
     *
     * @param on makes the chart of a timeline
     */
    public static Chart fitting(LocalDate today, Function<Timeline, Chart> on) {
        var months = on.apply(Timeline.upTo(today, MONTHS, CalendarStep.MONTH));
        return months.isEmpty() || !months.isUndecided()
                ? months
                : on.apply(Timeline.upTo(today, WEEKS, CalendarStep.WEEK));
    }

    /** How it is drawn. */
    public enum Form {
        LINES,
        BARS
    }

    /** Whether nothing is known at all. */
    public boolean isEmpty() {
        return series.stream().allMatch(ChartSeries::isEmpty);
    }

    /** Whether the first series has too few values for a test to say where it went. */
    public boolean isUndecided() {
        return series.getFirst().trend() instanceof Trend.TooFew;
    }

    /** Whether any value has this mark, so that it needs explaining. */
    public boolean has(ChartPoint.Mark mark) {
        return series.stream().flatMap(row -> row.points().stream()).anyMatch(point -> point.mark() == mark);
    }

    /** What is to be seen in the first series. */
    public String title(Page page) {
        return finding(page, series.getFirst());
    }

    /** What is to be seen in the other series, of those that rose or fell. */
    public List<String> others(Page page) {
        return series.stream()
                .skip(1)
                .filter(row -> row.trend() instanceof Trend.Moved)
                .map(row -> finding(page, row))
                .toList();
    }

    private String finding(Page page, ChartSeries row) {
        var name = page.name(row.name());
        return switch (row.trend()) {
            case Trend.TooFew few when row.isEmpty() -> page.t("chart.empty", name);
            case Trend.TooFew few -> page.t("chart.too-few", name, few.known());
            case Trend.Steady steady -> steady(page, name, steady.first(), steady.last());
            case Trend.Moved moved
            when isTooSmallToShow(moved.change()) -> steady(page, name, moved.first(), moved.last());
            case Trend.Moved moved ->
                page.t(
                        moved.rose() ? "chart.rose" : "chart.fell",
                        name,
                        label(page, moved.first()),
                        label(page, moved.last()),
                        measure.change(page, moved.change()));
        };
    }

    private String steady(Page page, String name, int first, int last) {
        return page.t("chart.steady", name, label(page, first), label(page, last));
    }

    private boolean isTooSmallToShow(BigDecimal change) {
        return change.setScale(measure.decimals(), RoundingMode.HALF_UP).signum() == 0;
    }

    /** The name of a piece of the timeline, such as Mar 2026. */
    public String label(Page page, int piece) {
        var start = timeline.starts().get(piece);
        return switch (timeline.step()) {
            case DAY -> page.date(start);
            case WEEK -> page.t("chart.week", page.date(start));
            case MONTH -> by("yMMM", page, start);
            case YEAR -> by("y", page, start);
        };
    }

    /** The same in few characters, for the axis. */
    public String shortLabel(Page page, int piece) {
        var start = timeline.starts().get(piece);
        return switch (timeline.step()) {
            case DAY, WEEK -> by("Md", page, start);
            case MONTH -> by("yMM", page, start);
            case YEAR -> by("y", page, start);
        };
    }

    private static String by(String fields, Page page, LocalDate day) {
        return DateTimeFormatter.ofLocalizedPattern(fields)
                .withLocale(page.locale())
                .format(day);
    }
}

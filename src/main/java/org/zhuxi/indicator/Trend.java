package org.zhuxi.indicator;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * An indicator in time.
 *
 * @param points one for each period, the oldest first, whether it has a value or not
 * @param change from the first value to the last, or null with fewer than two values
 */
public record Trend(
        List<Point> points, Finding finding, @Nullable Delta change) {

    public Trend {
        points = List.copyOf(points);
    }

    /** The value of a period. */
    public record Point(ReportPeriod period, Reckoned value) {}

    /** What the values say in plain words. */
    public enum Finding {
        /** Fewer than two values. */
        TOO_FEW,
        /** The last value is the first. */
        UNCHANGED,
        /** Each value is at least the one before. */
        ROSE_STEADILY,
        /** It ended higher, with setbacks. */
        ROSE,
        /** Each value is at most the one before. */
        FELL_STEADILY,
        /** It ended lower, with rises. */
        FELL
    }

    /** @param isPercentage whether the values are percentages, whose change is in percentage points */
    public static Trend of(List<Point> points, boolean isPercentage) {
        var values = points.stream()
                .map(point -> point.value().orNull())
                .filter(Objects::nonNull)
                .toList();
        if (values.size() < 2) {
            return new Trend(points, Finding.TOO_FEW, null);
        }
        var ups = 0;
        var downs = 0;
        for (var i = 1; i < values.size(); i++) {
            var step = values.get(i).compareTo(values.get(i - 1));
            ups += step > 0 ? 1 : 0;
            downs += step < 0 ? 1 : 0;
        }
        var change = Delta.between(values.getFirst(), values.getLast(), isPercentage);
        return new Trend(points, finding(change.amount().signum(), ups, downs), change);
    }

    private static Finding finding(int way, int ups, int downs) {
        if (way == 0) {
            return Finding.UNCHANGED;
        }
        if (way > 0) {
            return downs == 0 ? Finding.ROSE_STEADILY : Finding.ROSE;
        }
        return ups == 0 ? Finding.FELL_STEADILY : Finding.FELL;
    }
}

package org.zhuxi.carbon.internal;

import java.util.List;
import java.util.Map;
import org.zhuxi.carbon.method.Spread;

/** Spreads in files and documents: {@code exact}, {@code normal 20}, {@code lognormal 100}, {@code triangular 0.1 0.2}. */
final class Spreads {

    private Spreads() {}

    /** As a file of the library declares it: a map with one entry. */
    static Spread declared(Map<String, Object> declared) {
        var entry = declared.entrySet().iterator().next();
        return entry.getValue() instanceof List<?> ends
                ? of(entry.getKey(), number(ends.get(0)), number(ends.get(1)))
                : of(entry.getKey(), number(entry.getValue()), 0);
    }

    private static double number(Object value) {
        return Double.parseDouble(value.toString());
    }

    private static Spread of(String kind, double first, double second) {
        return switch (kind) {
            case "exact" -> Spread.EXACT;
            case "normal" -> new Spread.Normal(first);
            case "lognormal" -> new Spread.Lognormal(first);
            case "triangular" -> new Spread.Triangular(first, second);
            default -> throw new IllegalArgumentException("No such spread: " + kind);
        };
    }

    static String print(Spread spread) {
        return switch (spread) {
            case Spread.Exact exact -> "exact";
            case Spread.Normal normal -> "normal " + normal.percent();
            case Spread.Lognormal lognormal -> "lognormal " + lognormal.percent();
            case Spread.Triangular triangular -> "triangular " + triangular.low() + " " + triangular.high();
        };
    }

    static Spread parse(String printed) {
        var parts = printed.split(" ");
        return of(
                parts[0],
                parts.length > 1 ? Double.parseDouble(parts[1]) : 0,
                parts.length > 2 ? Double.parseDouble(parts[2]) : 0);
    }
}

package org.zhuxi.compost.process;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * Whether a batch was hot for long enough, by a declared rule. A day without enough readings never counts as hot; where such a
 * day alone stands between the batch and the rule, the answer is that too little is known.
 */
public final class Sanitisation {

    private Sanitisation() {}

    /**
     * A rule of time and temperature.
     *
     * @param inARow whether the days must follow each other
     * @param turnings how often the heap must have been turned between the first and the last of them
     * @param aboveCelsius on one of the days in a row every reading must be above it; null when the rule asks for no such day
     * @param source where the numbers are printed
     */
    public record Rule(
            String id,
            Names names,
            double atLeastCelsius,
            int days,
            boolean inARow,
            int turnings,
            @Nullable Double aboveCelsius,
            List<String> methods,
            Evidence evidence,
            String source) {}

    /**
     * A calendar day of a batch.
     *
     * @param minimumCelsius the lowest reading of all required probe points, or null when one of them was not read
     */
    public record Day(LocalDate date, @Nullable Double minimumCelsius, int turnings) {}

    /** What a rule says. */
    public enum Verdict {
        PASS,
        FAIL,
        INSUFFICIENT_DATA
    }

    /**
     * @param hotDays days on which every required point was hot enough
     * @param longestRun the most of them in a row
     * @param turnings in the days that count
     * @param unknownDays days without enough readings
     */
    public record Judgement(Verdict verdict, int hotDays, int longestRun, int turnings, int unknownDays) {}

    /** @param days days of the batch in any order; a day that is not among them was not measured */
    public static Judgement judge(Rule rule, List<Day> days) {
        if (days.isEmpty()) {
            return new Judgement(Verdict.INSUFFICIENT_DATA, 0, 0, 0, 0);
        }
        var known = new HashMap<LocalDate, Day>();
        days.forEach(day -> known.put(day.date(), day));
        var first = days.stream().map(Day::date).min(LocalDate::compareTo).orElseThrow();
        var last = days.stream().map(Day::date).max(LocalDate::compareTo).orElseThrow();
        var all = first.datesUntil(last.plusDays(1))
                .map(date -> known.getOrDefault(date, new Day(date, null, 0)))
                .toList();
        Predicate<Day> hot = day -> day.minimumCelsius() != null && day.minimumCelsius() >= rule.atLeastCelsius();
        Predicate<Day> unknown = day -> day.minimumCelsius() == null;
        var above = rule.aboveCelsius();
        Predicate<Day> peak = day -> above == null || day.minimumCelsius() != null && day.minimumCelsius() > above;
        var verdict = holds(rule, all, hot, peak)
                ? Verdict.PASS
                : holds(rule, all, hot.or(unknown), peak.or(unknown)) ? Verdict.INSUFFICIENT_DATA : Verdict.FAIL;
        return new Judgement(
                verdict, (int) all.stream().filter(hot).count(), longestRun(all, hot), turnings(all, hot), (int)
                        all.stream().filter(unknown).count());
    }

    private static boolean holds(Rule rule, List<Day> days, Predicate<Day> counts, Predicate<Day> peak) {
        var enough = rule.inARow()
                ? hasRun(rule.days(), days, counts, peak)
                : days.stream().filter(counts).count() >= rule.days();
        return enough && turnings(days, counts) >= rule.turnings();
    }

    /** Whether so many days follow each other, one of them a peak. */
    private static boolean hasRun(int least, List<Day> days, Predicate<Day> counts, Predicate<Day> peak) {
        var run = 0;
        var peaks = 0;
        for (var day : days) {
            run = counts.test(day) ? run + 1 : 0;
            peaks = run == 0 ? 0 : peaks + (peak.test(day) ? 1 : 0);
            if (run >= least && peaks > 0) {
                return true;
            }
        }
        return false;
    }

    private static int longestRun(List<Day> days, Predicate<Day> counts) {
        var run = 0;
        var longest = 0;
        for (var day : days) {
            run = counts.test(day) ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest;
    }

    /** Turnings from the first day that counts to the last. */
    private static int turnings(List<Day> days, Predicate<Day> counts) {
        var first = days.stream().filter(counts).map(Day::date).findFirst();
        var last = days.reversed().stream().filter(counts).map(Day::date).findFirst();
        if (first.isEmpty() || last.isEmpty()) {
            return 0;
        }
        return days.stream()
                .filter(day -> !day.date().isBefore(first.get()) && !day.date().isAfter(last.get()))
                .mapToInt(Day::turnings)
                .sum();
    }

    /** The lowest reading of each day over all points that must be read; null where one is missing. */
    public static @Nullable Double lowest(Map<Integer, Double> byPoint, int required) {
        return byPoint.size() < required
                ? null
                : byPoint.values().stream().min(Double::compareTo).orElse(null);
    }
}

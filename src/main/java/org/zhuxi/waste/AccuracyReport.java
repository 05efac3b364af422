package org.zhuxi.waste;

import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * How accurately a place and its parts sorted in a month. Bags inspected at a station without a known household count for the
 * whole and for none of the parts.
 *
 * @param whole the place asked for
 * @param parts its communities, or the buildings of a community
 */
public record AccuracyReport(YearMonth month, AccuracyLine whole, List<AccuracyLine> parts) {

    public AccuracyReport {
        parts = List.copyOf(parts);
    }

    /**
     * The report as others than the people who serve these households may see it: no line with fewer than five households,
     * and so many further lines withheld, the smallest first, that what is missing cannot be found by subtraction.
     */
    public AccuracyReport published() {
        var hidden = withheld(AccuracyLine::households);
        var hiddenBefore = withheld(AccuracyLine::householdsBefore);
        return new AccuracyReport(
                month,
                publish(whole, isTooSmall(whole.households()), isTooSmall(whole.householdsBefore())),
                parts.stream()
                        .map(line -> publish(line, hidden.contains(line), hiddenBefore.contains(line)))
                        .toList());
    }

    /** The parts that are too small, and the smallest of the others until at least two parts with five households are hidden. */
    private Set<AccuracyLine> withheld(ToLongFunction<AccuracyLine> households) {
        var hidden = parts.stream()
                .filter(line -> isTooSmall(households.applyAsLong(line)))
                .collect(Collectors.toCollection(HashSet::new));
        var count = hidden.stream().mapToLong(households).sum();
        var others = parts.stream()
                .filter(line -> !hidden.contains(line))
                .sorted(Comparator.comparingLong(households).thenComparing(AccuracyLine::code))
                .iterator();
        while (count > 0 && (isTooSmall(count) || hidden.size() < 2) && others.hasNext()) {
            var next = others.next();
            hidden.add(next);
            count += households.applyAsLong(next);
        }
        return hidden;
    }

    private static AccuracyLine publish(AccuracyLine line, boolean hidden, boolean hiddenBefore) {
        if (hidden) {
            return line.withheld();
        }
        return hiddenBefore ? line.withoutBefore() : line;
    }

    private static boolean isTooSmall(long households) {
        return households < AccuracyLine.FEWEST_HOUSEHOLDS;
    }
}

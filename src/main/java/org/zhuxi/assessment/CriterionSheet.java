package org.zhuxi.assessment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;
import org.zhuxi.kernel.PlacePath;

/**
 * How a year's scored assessments stand with the criteria of one standard, at a place and at those directly below it.
 *
 * @param lines in the order of the standard; each is the sum of what it is below
 */
public record CriterionSheet(StandardVersion standard, List<Line> lines) {

    public CriterionSheet {
        lines = List.copyOf(lines);
    }

    /**
     * One criterion.
     *
     * @param below by the path of the place directly below; a place without results is missing
     */
    public record Line(Criterion criterion, CriterionCount count, Map<PlacePath, CriterionCount> below) {

        public Line {
            below = Map.copyOf(below);
        }
    }

    /** Counts of one criterion at a child of the place, or at the place itself when {@code child} is empty. */
    public record Counted(
            String standard,
            int version,
            String child,
            String criterion,
            long met,
            long notMet,
            long notApplicable,
            long notAssessed) {

        private CriterionCount count() {
            return new CriterionCount(criterion, met, notMet, notApplicable, notAssessed);
        }
    }

    static List<CriterionSheet> of(
            List<Counted> counted, PlacePath at, BiFunction<String, Integer, StandardVersion> standards) {
        var byStandard = new LinkedHashMap<String, List<Counted>>();
        counted.forEach(one -> byStandard
                .computeIfAbsent(one.standard() + "/" + one.version(), any -> new ArrayList<>())
                .add(one));
        return byStandard.values().stream()
                .sorted(Comparator.comparingLong(CriterionSheet::size).reversed())
                .map(rows -> of(
                        rows,
                        at,
                        standards.apply(
                                rows.getFirst().standard(), rows.getFirst().version())))
                .toList();
    }

    private static long size(List<Counted> rows) {
        return rows.stream()
                .mapToLong(one -> one.met() + one.notMet() + one.notApplicable() + one.notAssessed())
                .sum();
    }

    private static CriterionSheet of(List<Counted> rows, PlacePath at, StandardVersion standard) {
        var lines = standard.criteria().stream()
                .flatMap(criterion -> line(criterion, rows, at).stream())
                .toList();
        return new CriterionSheet(standard, lines);
    }

    private static Optional<Line> line(Criterion criterion, List<Counted> rows, PlacePath at) {
        var own = rows.stream()
                .filter(one -> one.criterion().equals(criterion.code()))
                .toList();
        var below = new TreeMap<PlacePath, CriterionCount>(Comparator.comparing(PlacePath::value));
        own.stream()
                .filter(one -> !one.child().isEmpty())
                .forEach(one -> below.put(at.child(one.child()), one.count()));
        return own.stream()
                .map(Counted::count)
                .reduce(CriterionCount::plus)
                .map(sum -> new Line(criterion, sum, below));
    }
}

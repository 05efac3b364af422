package org.zhuxi.indicator.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.IndicatorView.Part;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Reckoned.Reason;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.indicator.internal.RollupStore.At;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;

/** Reckons indicators from the sums of their measures, and withholds what would point at single households. */
@Component
public class Reckoning {

    private final DefinitionBook book;
    private final RollupStore rollup;
    private final PlaceNaming naming;
    private final Buildings buildings;

    Reckoning(DefinitionBook book, RollupStore rollup, PlaceNaming naming, Buildings buildings) {
        this.book = book;
        this.rollup = rollup;
        this.naming = naming;
        this.buildings = buildings;
    }

    /** An indicator's value and terms at a place and period. */
    public record Found(Formula formula, ReportPeriod period, Map<String, Tally> tallies, DefinitionBook book) {

        public Reckoned value(boolean withWaiting) {
            return formula.reckon(tallies, book.measures(), withWaiting);
        }

        public List<TermValue> terms() {
            var withheld = isWithheld();
            return formula.measures()
                    .map(book::measure)
                    .map(measure -> {
                        var tally = tallies.getOrDefault(measure.code(), Tally.NOTHING);
                        var isHidden = withheld && measure.cell() != null;
                        return new TermValue(
                                measure,
                                measure.yearly() ? period.wholeYear() : period,
                                isHidden || tally.records() == 0 ? null : tally.verified(),
                                isHidden || tally.waiting() == 0 ? null : tally.provisional(),
                                tally.qualifier(),
                                isHidden ? 0 : tally.records(),
                                tally.places(),
                                isHidden);
                    })
                    .toList();
        }

        boolean isWithheld() {
            return value(false) instanceof Reckoned.None none && none.reason() == Reason.WITHHELD;
        }

        long cell() {
            return formula.cell(tallies, book.measures());
        }
    }

    /** @throws IllegalArgumentException when it cannot be read, is unknown or divides by a written zero */
    public void check(String expression) {
        book.adHoc(expression, null);
    }

    /** What expressions that no indicator names rest on at some places, read at once. */
    public Known known(Collection<String> expressions, Collection<PlacePath> paths, ReportPeriod period) {
        return new Known(period, rollup.at(needed(expressions), paths, withYears(List.of(period))));
    }

    /** The same in communities, of which there may be thousands. */
    public Known knownIn(Collection<String> expressions, Collection<CommunityId> communities, ReportPeriod period) {
        return new Known(period, rollup.of(needed(expressions), communities, withYears(List.of(period))));
    }

    private Set<String> needed(Collection<String> expressions) {
        var needed = new HashSet<String>();
        expressions.forEach(one -> needed.addAll(book.needed(book.adHoc(one, null))));
        return needed;
    }

    /** Values of measures at some places in one period. */
    public final class Known {

        private final ReportPeriod period;
        private final Map<At, Map<String, Tally>> tallies;
        private final Map<List<String>, Formula> formulas = new ConcurrentHashMap<>();

        private Known(ReportPeriod period, Map<At, Map<String, Tally>> tallies) {
            this.period = period;
            this.tallies = tallies;
        }

        /** What an expression gives at one of the places; it must be one of those that were read. */
        public Reckoned value(String expression, @Nullable String divisor, PlacePath path) {
            var formula = formulas.computeIfAbsent(
                    divisor == null ? List.of(expression) : List.of(expression, divisor),
                    any -> book.adHoc(expression, divisor));
            return found(formula, path, period, tallies).value(false);
        }
    }

    /** The measures expressions rest on, by code. */
    public Map<String, Measure> measures(List<String> expressions) {
        var found = new LinkedHashMap<String, Measure>();
        expressions.forEach(
                one -> book.adHoc(one, null).measures().forEach(code -> found.put(code, book.measure(code))));
        return found;
    }

    public Found at(String indicator, PlacePath path, ReportPeriod period) {
        return Objects.requireNonNull(
                at(indicator, List.of(path), List.of(period)).get(new At(path, period)));
    }

    /** The same at several places in several periods. */
    public Map<At, Found> at(String indicator, Collection<PlacePath> paths, Collection<ReportPeriod> periods) {
        return at(book.formula(indicator), paths, periods);
    }

    private Map<At, Found> at(Formula formula, Collection<PlacePath> paths, Collection<ReportPeriod> periods) {
        var tallies = rollup.at(book.needed(formula), paths, withYears(periods));
        var found = new HashMap<At, Found>();
        for (var path : paths) {
            for (var period : periods) {
                found.put(new At(path, period), found(formula, path, period, tallies));
            }
        }
        return found;
    }

    private static Set<ReportPeriod> withYears(Collection<ReportPeriod> periods) {
        var all = new TreeSet<>(periods);
        periods.forEach(period -> all.add(period.wholeYear()));
        return all;
    }

    private Found found(Formula formula, PlacePath path, ReportPeriod period, Map<At, Map<String, Tally>> tallies) {
        var own = new HashMap<String, Tally>();
        for (var code : book.needed(formula)) {
            var of = book.measure(code).yearly() ? period.wholeYear() : period;
            var tally = tallies.getOrDefault(new At(path, of), Map.of()).get(code);
            if (tally != null) {
                own.put(code, tally);
            }
        }
        return new Found(formula, period, own, book);
    }

    /**
     * The indicator at the places directly below one, of a community at its buildings; what could be found out by subtraction is
     * withheld.
     */
    public List<Part> below(String indicator, Place place, ReportPeriod period) {
        var formula = book.formula(indicator);
        return place.community() == null
                ? divisions(formula, place.path(), period)
                : buildings.isKnown(formula, period) ? buildings.parts(formula, place, period) : List.of();
    }

    private List<Part> divisions(Formula formula, PlacePath parent, ReportPeriod period) {
        var tallies = rollup.below(book.needed(formula), parent, withYears(List.of(period)));
        var paths = new TreeSet<>(java.util.Comparator.comparing(PlacePath::value));
        tallies.forEach((at, values) -> {
            if (values.values().stream().anyMatch(tally -> tally.records() + tally.waiting() > 0)) {
                paths.add(at.path());
            }
        });
        var places = naming.at(paths, period);
        var parts = paths.stream()
                .map(path -> new Candidate(path, found(formula, path, period, tallies)))
                .filter(candidate -> candidate.found().terms().stream()
                        .anyMatch(term -> term.records() > 0 || term.waiting() != null || term.withheld()))
                .toList();
        return withheld(formula, parts, places);
    }

    private record Candidate(PlacePath path, Found found) {}

    private List<Part> withheld(Formula formula, List<Candidate> candidates, Map<PlacePath, Place> places) {
        var hidden = Suppression.of(
                candidates.stream().map(candidate -> candidate.found().cell()).toList());
        var isAlone = formula.measures()
                .map(book::measure)
                .noneMatch(measure -> measure.cell() != null && measure.aggregation() != Aggregation.NONE);
        var parts = new ArrayList<Part>();
        for (var i = 0; i < candidates.size(); i++) {
            var candidate = candidates.get(i);
            var isHidden = !isAlone && hidden.get(i);
            var place = places.get(candidate.path());
            parts.add(new Part(
                    candidate.path(),
                    PlaceNaming.codeOf(candidate.path()),
                    place == null ? unknown(candidate.path()) : place.name(),
                    isHidden
                            ? new Reckoned.None(Reason.WITHHELD, "")
                            : candidate.found().value(false),
                    isHidden ? List.of() : candidate.found().terms()));
        }
        return List.copyOf(parts);
    }

    private static Names unknown(PlacePath path) {
        var code = PlaceNaming.codeOf(path);
        return new Names(code, code);
    }

    /** The periods for which the numerator of an indicator is known at a place, the latest first. */
    public List<ReportPeriod> periods(String indicator, PlacePath path) {
        return rollup.periods(
                book.formula(indicator).numerator().measures().distinct().toList(), path);
    }
}

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
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.Aggregation;
import org.zhuxi.indicator.Applicability;
import org.zhuxi.indicator.IndicatorView.Part;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Reckoned.Reason;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.TermValue;
import org.zhuxi.indicator.internal.ApplicabilityStore.Outside;
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
    private final ApplicabilityStore applicability;
    private final PlaceNaming naming;
    private final Buildings buildings;

    Reckoning(
            DefinitionBook book,
            RollupStore rollup,
            ApplicabilityStore applicability,
            PlaceNaming naming,
            Buildings buildings) {
        this.book = book;
        this.rollup = rollup;
        this.applicability = applicability;
        this.naming = naming;
        this.buildings = buildings;
    }

    /** An indicator's value and terms at a place and period. @param applies whether it speaks of the place */
    public record Found(
            Formula formula, ReportPeriod period, Map<String, Tally> tallies, DefinitionBook book, boolean applies) {

        public Reckoned value(boolean withWaiting) {
            return applies
                    ? formula.reckon(tallies, book.measures(), withWaiting)
                    : new Reckoned.None(Reason.NOT_APPLICABLE, "");
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
        var periods = withYears(List.of(period));
        return new Known(
                period,
                rollup.at(needed(expressions), paths, periods),
                outside(expressions, asked -> applicability.at(asked, added(needed(expressions)), paths, periods)));
    }

    /** The same in communities, of which there may be thousands. */
    public Known knownIn(Collection<String> expressions, Collection<CommunityId> communities, ReportPeriod period) {
        return new Known(
                period,
                rollup.of(needed(expressions), communities, withYears(List.of(period))),
                outside(expressions, asked -> new Outside(applicability.places(communities, asked), Map.of())));
    }

    /** What to leave out, by what expressions, and any two of them divided, ask of communities. */
    private Map<List<Applicability>, Outside> outside(
            Collection<String> expressions, Function<List<Applicability>, Outside> reader) {
        var single = expressions.stream()
                .map(one -> book.adHoc(one, null).applicability())
                .distinct()
                .toList();
        var found = new HashMap<List<Applicability>, Outside>();
        for (var above : single) {
            for (var below : single) {
                found.computeIfAbsent(
                        Stream.concat(above.stream(), below.stream()).distinct().toList(), reader);
            }
        }
        return found;
    }

    /** Without measures that hold where they were measured only, of which nothing is in the sums above. */
    private Set<String> added(Collection<String> measures) {
        return measures.stream()
                .filter(code -> book.measure(code).aggregation() != Aggregation.NONE)
                .collect(Collectors.toSet());
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
        private final Map<List<Applicability>, Outside> outside;
        private final Map<List<String>, Asked> formulas = new ConcurrentHashMap<>();

        private Known(
                ReportPeriod period, Map<At, Map<String, Tally>> tallies, Map<List<Applicability>, Outside> outside) {
            this.period = period;
            this.tallies = tallies;
            this.outside = outside;
        }

        /** What an expression gives at one of the places; it must be one of those that were read. */
        public Reckoned value(String expression, @Nullable String divisor, PlacePath path) {
            var one = formulas.computeIfAbsent(
                    divisor == null ? List.of(expression) : List.of(expression, divisor),
                    any -> asked(book.adHoc(expression, divisor)));
            var left = outside.getOrDefault(one.formula().applicability(), Outside.NOTHING);
            return found(one, path, period, tallies, left).value(false);
        }
    }

    /** Whether an indicator speaks of some communities only. */
    public boolean isForSome(String indicator) {
        return !book.applicability(indicator).isEmpty();
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
        var asked = asked(formula);
        var tallies = rollup.at(asked.needed(), paths, withYears(periods));
        var outside = outside(asked, paths, withYears(periods));
        var found = new HashMap<At, Found>();
        for (var path : paths) {
            for (var period : periods) {
                found.put(new At(path, period), found(asked, path, period, tallies, outside));
            }
        }
        return found;
    }

    /** @param needed the measures that must be known of a place to reckon it */
    private record Asked(Formula formula, Set<String> needed) {}

    private Asked asked(Formula formula) {
        return new Asked(formula, book.needed(formula));
    }

    private Outside outside(Asked asked, Collection<PlacePath> paths, Collection<ReportPeriod> periods) {
        return applicability.at(asked.formula().applicability(), added(asked.needed()), paths, periods);
    }

    private static Set<ReportPeriod> withYears(Collection<ReportPeriod> periods) {
        var all = new TreeSet<>(periods);
        periods.forEach(period -> all.add(period.wholeYear()));
        return all;
    }

    private Found found(
            Asked asked, PlacePath path, ReportPeriod period, Map<At, Map<String, Tally>> tallies, Outside outside) {
        if (outside.places().contains(path)) {
            return new Found(asked.formula(), period, Map.of(), book, false);
        }
        var own = new HashMap<String, Tally>();
        for (var code : asked.needed()) {
            var of = book.measure(code).yearly() ? period.wholeYear() : period;
            var at = new At(path, of);
            var tally = outside.without(at, tallies.getOrDefault(at, Map.of())).get(code);
            if (tally != null) {
                own.put(code, tally);
            }
        }
        return new Found(asked.formula(), period, own, book, true);
    }

    /**
     * The indicator at the places directly below one, of a community at its buildings; what could be found out by subtraction is
     * withheld.
     */
    public List<Part> below(String indicator, Place place, ReportPeriod period) {
        var formula = book.formula(indicator);
        var asked = asked(formula);
        if (outside(asked, List.of(place.path()), List.of()).places().contains(place.path())) {
            return List.of();
        }
        return place.community() == null
                ? divisions(asked, place.path(), period)
                : buildings.isKnown(formula, period) ? buildings.parts(formula, place, period) : List.of();
    }

    private List<Part> divisions(Asked asked, PlacePath parent, ReportPeriod period) {
        var periods = withYears(List.of(period));
        var tallies = rollup.below(asked.needed(), parent, periods);
        var paths = new TreeSet<>(java.util.Comparator.comparing(PlacePath::value));
        tallies.forEach((at, values) -> {
            if (values.values().stream().anyMatch(tally -> tally.records() + tally.waiting() > 0)) {
                paths.add(at.path());
            }
        });
        var places = naming.at(paths, period);
        var outside = outside(asked, paths, periods);
        var parts = paths.stream()
                .map(path -> new Candidate(path, found(asked, path, period, tallies, outside)))
                .filter(candidate -> !candidate.found().applies()
                        || candidate.found().terms().stream()
                                .anyMatch(term -> term.records() > 0 || term.waiting() != null || term.withheld()))
                .toList();
        return withheld(asked.formula(), parts, places);
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

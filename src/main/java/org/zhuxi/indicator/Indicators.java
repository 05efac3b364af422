package org.zhuxi.indicator;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.IndicatorView.Part;
import org.zhuxi.indicator.internal.DefinitionBook;
import org.zhuxi.indicator.internal.Peers;
import org.zhuxi.indicator.internal.PlaceNaming;
import org.zhuxi.indicator.internal.Reckoning;
import org.zhuxi.indicator.internal.RollupStore;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;

/** Indicators and their values, for everybody. */
@Service
@Transactional(readOnly = true)
public class Indicators {

    private static final int MONTHS = 12;
    private static final int YEARS = 5;

    private final DefinitionBook book;
    private final Reckoning reckoning;
    private final PlaceNaming naming;
    private final Peers peers;
    private final Targets targets;

    Indicators(DefinitionBook book, Reckoning reckoning, PlaceNaming naming, Peers peers, Targets targets) {
        this.book = book;
        this.reckoning = reckoning;
        this.naming = naming;
        this.peers = peers;
        this.targets = targets;
    }

    /** Subjects under which indicators are listed, by code, in the order in which they are shown. */
    public Map<String, Names> topics() {
        return book.topics();
    }

    /** Every indicator whose name, code or formula contains the words, in either language; all when there are none. */
    public List<IndicatorDefinition> list(String words) {
        var sought = words.strip().toLowerCase(Locale.ROOT);
        return book.indicators().stream()
                .filter(one -> (one.code() + one.names() + one.formula())
                        .toLowerCase(Locale.ROOT)
                        .contains(sought))
                .toList();
    }

    /** @throws Refused.NotFound when there is none; what the caller does in the same transaction stands */
    @Transactional(readOnly = true, noRollbackFor = Refused.NotFound.class)
    public IndicatorDefinition get(String code) {
        return book.definition(code);
    }

    /** All measures, by code. */
    public Map<String, Measure> measures() {
        return book.measures();
    }

    /** What a place that is no longer there is called as well. @throws Refused.NotFound when there is none */
    public Place place(String pathOrCode, ReportPeriod period) {
        return naming.get(pathOrCode, period);
    }

    /** The verified value of an indicator at a place and period. */
    public Reckoned value(String indicator, PlacePath path, ReportPeriod period) {
        return reckoning.at(indicator, path, period).value(false);
    }

    /** The verified values at several places. */
    public Map<PlacePath, Reckoned> values(String indicator, List<PlacePath> paths, ReportPeriod period) {
        return reckoning.at(indicator, paths, List.of(period)).entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        found -> found.getKey().path(),
                        found -> found.getValue().value(false)));
    }

    /** The periods for which an indicator is known at a place, the latest first. */
    public List<ReportPeriod> periods(String indicator, PlacePath path) {
        return reckoning.periods(indicator, path);
    }

    /**
     * An indicator opened at a place: its terms, its parts, its course, its peers and its targets.
     *
     * @param pathOrCode of a place from nation to community
     * @throws Refused.NotFound when the indicator or place does not exist
     */
    public IndicatorView open(String indicator, String pathOrCode, ReportPeriod period) {
        var place = naming.get(pathOrCode, period);
        var found = reckoning.at(indicator, place.path(), period);
        var definition = get(indicator);
        var value = found.value(false);
        return new IndicatorView(
                definition,
                new IndicatorView.At(place.path(), place.code(), place.name(), period),
                value,
                found.value(true),
                found.terms(),
                reckoning.below(indicator, place, period),
                trend(definition, place.path(), period),
                ranked(definition, peers.of(place), period),
                peers.kindOf(place).orElse(null),
                targets.held(definition, place.path(), value));
    }

    private Trend trend(IndicatorDefinition definition, PlacePath path, ReportPeriod period) {
        var periods = period.upToHere(period.isYear() ? YEARS : MONTHS).toList();
        var found = reckoning.at(definition.code(), List.of(path), periods);
        return Trend.of(
                periods.stream()
                        .map(one -> new Trend.Point(
                                one,
                                Objects.requireNonNull(found.get(new RollupStore.At(path, one)))
                                        .value(false)))
                        .toList(),
                definition.isPercentage());
    }

    private List<Part> ranked(IndicatorDefinition definition, List<Place> places, ReportPeriod period) {
        if (places.size() < 2) {
            return List.of();
        }
        var values = values(definition.code(), places.stream().map(Place::path).toList(), period);
        Comparator<Part> byValue =
                Comparator.comparing(part -> part.value().orNull(), Comparator.nullsLast(Comparator.naturalOrder()));
        Comparator<Part> best = definition.direction() == Direction.DOWN
                ? byValue
                : Comparator.comparing(part -> part.value().orNull(), Comparator.nullsLast(Comparator.reverseOrder()));
        return places.stream()
                .map(place -> new Part(
                        place.path(),
                        place.code(),
                        place.name(),
                        Objects.requireNonNull(values.get(place.path())),
                        List.of()))
                .sorted(best.thenComparing(Part::code))
                .toList();
    }

    /** The latest period with values at a place, or null when nothing is known there. */
    public @Nullable ReportPeriod latest(String indicator, PlacePath path) {
        return periods(indicator, path).stream().findFirst().orElse(null);
    }
}

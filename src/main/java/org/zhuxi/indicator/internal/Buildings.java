package org.zhuxi.indicator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.zhuxi.indicator.IndicatorView.Part;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.Reckoned;
import org.zhuxi.indicator.Reckoned.Reason;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlaceNames;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;

/** An indicator at the buildings of a community; a building with fewer than five households is withheld. */
@Component
class Buildings {

    private static final Names NO_HOUSEHOLD = new Names("不属于某一户", "Of no single household");

    private final BuildingStore store;
    private final DefinitionBook book;
    private final PlaceNames names;

    Buildings(BuildingStore store, DefinitionBook book, PlaceNames names) {
        this.store = store;
        this.book = book;
        this.names = names;
    }

    /** Whether an indicator can be told by buildings: from records of one month alone. A year of them would be too many. */
    boolean isKnown(Formula formula, ReportPeriod period) {
        return !period.isYear()
                && formula.measures()
                        .map(book::measure)
                        .allMatch(measure -> measure.source() == Measure.Source.ACTIVITY);
    }

    List<Part> parts(Formula formula, Place community, ReportPeriod period) {
        var id = community.community();
        if (id == null) {
            return List.of();
        }
        var measures = book.needed(formula).stream().map(book::measure).toList();
        var found = store.of(id, measures, period).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(row -> new Building(
                        row.getKey(),
                        path(community.path(), row.getKey()),
                        households(row.getValue()),
                        new Reckoning.Found(formula, period, row.getValue(), book, true)))
                .toList();
        var hidden = Suppression.of(found.stream().map(Building::households).toList());
        var called = names.namesOf(found.stream().map(Building::path).toList());
        var parts = new ArrayList<Part>();
        for (var i = 0; i < found.size(); i++) {
            var building = found.get(i);
            parts.add(building.part(
                    hidden.get(i), called.getOrDefault(building.path(), new Names(building.code(), building.code()))));
        }
        return List.copyOf(parts);
    }

    private record Building(String code, PlacePath path, long households, Reckoning.Found found) {

        Part part(boolean isHidden, Names name) {
            return new Part(
                    path,
                    code,
                    code.equals(BuildingStore.NONE) ? NO_HOUSEHOLD : name,
                    isHidden ? new Reckoned.None(Reason.WITHHELD, "") : found.value(false),
                    isHidden ? List.of() : found.terms());
        }
    }

    private static long households(Map<String, Tally> tallies) {
        return tallies.values().stream().mapToLong(Tally::cell).max().orElse(0);
    }

    private static PlacePath path(PlacePath community, String code) {
        return code.equals(BuildingStore.NONE)
                ? community
                : new PlacePath(
                        community + "/" + code.substring(code.indexOf('-') + 1).replace('-', '/'));
    }
}

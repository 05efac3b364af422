package org.zhuxi.assessment;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.assessment.internal.cycle.CountStore;
import org.zhuxi.assessment.internal.cycle.CycleStore;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** The rates of a cycle at places of every level, as whole numbers up to a cut-off; percentages are reckoned from the sums. */
@Service
@Transactional(readOnly = true)
public class AssessmentCounts {

    private final CountStore counts;
    private final CycleStore cycles;
    private final Places places;

    AssessmentCounts(CountStore counts, CycleStore cycles, Places places) {
        this.counts = counts;
        this.cycles = cycles;
        this.places = places;
    }

    /**
     * A place and those directly below it; the first is the place itself, and the others add up to it.
     *
     * @param at within or above the place of the cycle
     */
    public List<CycleCount> count(UUID cycle, PlacePath at, Instant cutoff) {
        if (cycles.find(cycle).isEmpty()) {
            throw new Refused.NotFound(cycle);
        }
        var asked = new ArrayList<Place>();
        asked.add(places.findByPath(at).orElseThrow(() -> new Refused.NotFound(at)));
        asked.addAll(places.childrenOf(at));
        var found = counts.count(cycle, asked.stream().map(Place::path).toList(), cutoff).stream()
                .collect(Collectors.toMap(CountStore.Counted::path, Function.identity()));
        return asked.stream()
                .map(place -> counted(
                        place, Objects.requireNonNull(found.get(place.path().value()))))
                .filter(count -> count.path().equals(at) || count.communities() > 0)
                .toList();
    }

    private static CycleCount counted(Place place, CountStore.Counted found) {
        return new CycleCount(
                place.code(),
                place.path(),
                place.name(),
                found.communities(),
                found.enrolled(),
                found.attained(),
                found.named());
    }

    /** How the communities at or below a place that were decided stand with each criterion. */
    public List<CriterionCount> criteria(UUID cycle, PlacePath at) {
        return counts.criteria(cycle, at);
    }
}

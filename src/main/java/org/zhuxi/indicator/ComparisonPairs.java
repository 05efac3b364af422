package org.zhuxi.indicator;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.ComparisonStore;
import org.zhuxi.indicator.internal.PairStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** Photos beside lines of before and after. */
@Service
public class ComparisonPairs {

    private static final int CHOICES = 100;

    private final ComparisonStore comparisons;
    private final PairStore store;
    private final List<PairedPhotos> photos;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    ComparisonPairs(
            ComparisonStore comparisons,
            PairStore store,
            List<PairedPhotos> photos,
            ApplicationEventPublisher events,
            Clock clock) {
        this.comparisons = comparisons;
        this.store = store;
        this.photos = photos;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Puts photos beside a line, in the place of those that stood there.
     *
     * @param pair null to take them away
     * @throws Refused.NotFound when there is no such line, or no whole pair at or below its place
     */
    @Transactional
    public void show(Actor actor, UUID comparison, @Nullable UUID pair) {
        var line = comparisons.find(comparison).orElseThrow(() -> new Refused.NotFound(comparison));
        actor.require(IndicatorPermissions.PUBLISH, line.path());
        if (pair == null) {
            store.remove(comparison);
        } else {
            var found = find(List.of(pair)).get(pair);
            if (found == null || !line.path().contains(found.path())) {
                throw new Refused.NotFound(pair);
            }
            store.put(comparison, pair, actor.account(), clock.instant());
        }
        events.publishEvent(new Audited(
                actor,
                "indicator.comparison.photos",
                comparison.toString(),
                line.path(),
                pair == null ? "" : pair.toString()));
    }

    private Map<UUID, PhotoPair> find(Collection<UUID> ids) {
        var found = new HashMap<UUID, PhotoPair>();
        if (!ids.isEmpty()) {
            photos.forEach(source -> source.of(ids).forEach(pair -> found.put(pair.id(), pair)));
        }
        return found;
    }

    /** The photos of these lines by id of the line; a line whose photos were taken down has none. */
    @Transactional(readOnly = true)
    public Map<UUID, PhotoPair> of(List<Comparison> lines) {
        var chosen = store.of(lines.stream().map(Comparison::id).toList());
        var pairs = find(chosen.values());
        var found = new HashMap<UUID, PhotoPair>();
        chosen.forEach((line, pair) -> {
            var there = pairs.get(pair);
            if (there != null) {
                found.put(line, there);
            }
        });
        return found;
    }

    /** What can be chosen for lines of a place. */
    @Transactional(readOnly = true)
    public List<PhotoPair> choices(PlacePath at) {
        return photos.stream()
                .flatMap(source -> source.at(at, CHOICES).stream())
                .toList();
    }
}

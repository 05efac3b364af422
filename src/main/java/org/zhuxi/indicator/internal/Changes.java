package org.zhuxi.indicator.internal;

import java.time.YearMonth;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesRecorded;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.ActivitiesVerified;
import org.zhuxi.activity.Activity;
import org.zhuxi.indicator.Measure;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.internal.LeafStore.Asked;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.DivisionReplaced;

/** Notes, in the transaction of the change, which communities and months are to be reckoned again. */
@Component
class Changes {

    private final ChangeStore store;
    private final Set<String> kinds;

    Changes(ChangeStore store, DefinitionBook book) {
        this.store = store;
        this.kinds = book.measures().values().stream()
                .map(Measure::kinds)
                .flatMap(Collection::stream)
                .collect(Collectors.toUnmodifiableSet());
    }

    @EventListener
    void on(ActivitiesRecorded recorded) {
        note(recorded.fresh());
    }

    @EventListener
    void on(ActivitiesVerified verified) {
        note(verified.activities());
    }

    @EventListener
    void on(ActivitiesReversed reversed) {
        note(reversed.activities());
    }

    @EventListener
    void on(DivisionReplaced replaced) {
        var paths = new TreeSet<>(java.util.Comparator.comparing(PlacePath::value));
        Stream.concat(Stream.of(replaced.former()), replaced.successors().stream())
                .forEach(paths::add);
        store.addBelow(paths, replaced.on());
    }

    private void note(Collection<Activity> activities) {
        store.add(activities.stream()
                .filter(activity -> kinds.contains(activity.kind()))
                .map(activity -> new Asked(
                        activity.community().value(), "", ReportPeriod.of(YearMonth.from(activity.localDate())), ""))
                .collect(Collectors.toUnmodifiableSet()));
    }
}

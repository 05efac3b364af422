package org.zhuxi.waste;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Timeline;
import org.zhuxi.place.Places;
import org.zhuxi.waste.internal.AccuracyHistoryStore;

/**
 * How accurately places sorted over time, reckoned from the records ({@link SortingTally}), one statement for the whole timeline. Where
 * nothing was looked at there is no moment. Others than those who serve the households see no moment with fewer than five
 * of them, and of the others the percentage only, so that nothing withheld can be found by subtraction.
 */
@Service
public class AccuracyHistory {

    private final AccuracyHistoryStore store;
    private final Places places;

    AccuracyHistory(AccuracyHistoryStore store, Places places) {
        this.store = store;
        this.places = places;
    }

    /** For those who may see how accurately the place sorts. */
    @Transactional(readOnly = true)
    public List<AccuracyMoment> read(Actor actor, PlacePath at, Timeline timeline) {
        actor.require(WastePermissions.READ_ACCURACY, at);
        var moments = store.ofPlace(places.communitiesAt(at), at, timeline);
        return actor.may(WastePermissions.READ_HOUSEHOLD_ACCURACY, at) ? moments : published(moments);
    }

    /** For everybody. */
    @Transactional(readOnly = true)
    public List<AccuracyMoment> published(PlacePath at, Timeline timeline) {
        return published(store.ofPlace(places.communitiesAt(at), at, timeline));
    }

    /** What was looked at at a station, for everybody. */
    @Transactional(readOnly = true)
    public List<AccuracyMoment> published(StationRef station, Timeline timeline) {
        return published(store.ofStation(station, timeline));
    }

    private static List<AccuracyMoment> published(List<AccuracyMoment> moments) {
        return moments.stream().filter(moment -> !moment.isTooSmall()).toList();
    }
}

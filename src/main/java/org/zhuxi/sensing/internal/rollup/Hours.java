package org.zhuxi.sensing.internal.rollup;

import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.indicator.Rollups;

/** Rolls new observations up into hours and tells the indicators. */
@Component
public class Hours {

    private static final int STREAMS = 500;
    private static final long MOST_OF_ONE = 5_000;
    private static final long MOST = 50_000;

    private final HourStore store;
    private final Rollups rollups;

    Hours(HourStore store, Rollups rollups) {
        this.store = store;
        this.rollups = rollups;
    }

    /** Rolls up some of what waits, not so much that others wait for its locks. @return how many streams had something */
    @Transactional
    public int roll() {
        var fresh = store.fresh(STREAMS, MOST_OF_ONE, MOST);
        if (!fresh.isEmpty()) {
            store.rollLate(fresh).forEach(this::note);
            store.roll(fresh).forEach(this::note);
        }
        return fresh.size();
    }

    private void note(HourStore.Touched touched) {
        ReportPeriod.parse(touched.month()).stream()
                .flatMap(month -> Stream.of(month, month.wholeYear()))
                .forEach(period -> rollups.note(List.of(touched.community()), period, DeviceMeasures.MEASURES));
    }
}

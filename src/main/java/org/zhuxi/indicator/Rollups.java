package org.zhuxi.indicator;

import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.Summing;
import org.zhuxi.kernel.CommunityId;

/** Keeps the sums of measures at every place: what changed is added, and a full count must agree. */
@Service
public class Rollups {

    private static final int BATCH = 2_000;

    private final Summing summing;
    private final Clock clock;

    Rollups(Summing summing, Clock clock) {
        this.summing = summing;
        this.clock = clock;
    }

    /**
     * Rolls up some of what waits; the first time, everything there is.
     *
     * @return how many places and periods were reckoned again; zero when nothing waits
     */
    @Transactional
    public int refresh() {
        if (!summing.wasRecomputed()) {
            summing.recompute(clock.instant());
        }
        return summing.refresh(BATCH);
    }

    /** Rolls up until nothing waits. */
    @Transactional
    public void refreshAll() {
        while (refresh() > 0) {
            // the next batch
        }
    }

    /** Counts everything again from the records and replaces all sums. */
    @Transactional
    public void recompute() {
        summing.recompute(clock.instant());
    }

    /** Counts everything again and answers how many sums are not what the records say; nothing is changed. */
    @Transactional
    public long differences() {
        return summing.differences(null);
    }

    /** The same for the records of some communities; sums are compared everywhere. */
    @Transactional
    public long differences(List<CommunityId> only) {
        return summing.differences(only);
    }
}

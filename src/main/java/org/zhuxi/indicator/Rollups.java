package org.zhuxi.indicator;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.indicator.internal.Summing;
import org.zhuxi.kernel.CommunityId;

/** Keeps the sums of measures at every place: what changed is added, and a full count must agree. */
@Service
public class Rollups {

    private static final int BATCH = 20_000;

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

    /**
     * Takes note that values another module keeps for some communities have changed; they are rolled up soon after the
     * transaction is committed.
     */
    @Transactional
    public void note(Collection<CommunityId> communities, ReportPeriod period) {
        summing.note(communities, period, List.of());
    }

    /** The same where it is known which measures may have changed; nothing else is counted again. */
    @Transactional
    public void note(Collection<CommunityId> communities, ReportPeriod period, Collection<String> measures) {
        summing.note(communities, period, measures);
    }

    /** Counts everything again from the records and replaces all sums. @return how many values of places were counted */
    @Transactional
    public int recompute() {
        return summing.recompute(clock.instant());
    }

    /** Replaces all sums by what the values of places that report add up to, which are taken as they are kept. */
    @Transactional
    public void sum() {
        summing.sum();
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

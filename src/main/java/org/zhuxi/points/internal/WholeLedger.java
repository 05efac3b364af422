package org.zhuxi.points.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.zhuxi.points.PointsRefused;
import org.zhuxi.points.TrialBalance;

/**
 * Recomputes every account for whoever asks. That is heavy and anybody may ask, so one does it at a time, the others wait for
 * nothing, and what was found stands for a minute.
 */
public final class WholeLedger {

    private static final Duration STANDS = Duration.ofMinutes(1);

    private final Supplier<TrialBalance> reckoning;
    private final InstantSource clock;
    private final ReentrantLock turn = new ReentrantLock();
    private volatile @Nullable Found latest;

    /** @param reckoning reads every posting; called outside any transaction of the asker */
    public WholeLedger(Supplier<TrialBalance> reckoning, InstantSource clock) {
        this.reckoning = reckoning;
        this.clock = clock;
    }

    private record Found(TrialBalance balance, Instant at) {}

    /** @throws PointsRefused.BeingReckoned when somebody else has asked and there is no answer yet */
    public TrialBalance balance() {
        var known = latest;
        if (known != null && clock.instant().isBefore(known.at().plus(STANDS))) {
            return known.balance();
        }
        if (!turn.tryLock()) {
            throw new PointsRefused.BeingReckoned();
        }
        try {
            var found = new Found(reckoning.get(), clock.instant());
            latest = found;
            return found.balance();
        } finally {
            turn.unlock();
        }
    }
}

package org.zhuxi.governance.internal;

import java.time.Duration;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.GovernanceRefused;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Role;

/** Counts what closed three days ago and nobody has counted, in the name of who prepared it. */
@Component
class CountingClockwork {

    /** Time for ballots on paper to be entered. */
    private static final Duration GRACE = Duration.ofDays(3);

    private static final int BATCH = 100;

    private final DecisionStore decisions;
    private final Counts counts;
    private final Desk desk;

    CountingClockwork(DecisionStore decisions, Counts counts, Desk desk) {
        this.decisions = decisions;
        this.counts = counts;
        this.desk = desk;
    }

    /** Not inside a transaction: each count is one. @return how many were counted */
    int count() {
        var counted = 0;
        for (var decision : decisions.due(desk.now().minus(GRACE), BATCH)) {
            try {
                counts.count(preparer(decision), decision.id());
                counted++;
            } catch (GovernanceRefused.WrongPhase meanwhile) {
                // somebody counted or annulled it in the same moment
                continue;
            }
        }
        return counted;
    }

    private static Actor preparer(Decision decision) {
        var grant = new Grant(Role.COMMUNITY_HEAD, decision.path());
        return new Actor(decision.preparedBy(), "", Set.of(grant), Set.of(), null);
    }
}

package org.zhuxi.request.internal;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.request.RequestStep.Kind;

/** What happens to requests by the clock: what is overdue is watched, telephones are forgotten. */
@Component
class RequestClockwork {

    private static final int BATCH = 500;
    private static final int FORGET_DAYS = 90;

    private final RequestStore requests;
    private final ReporterStore reporters;
    private final MoveStore changes;
    private final RequestGate gate;

    RequestClockwork(RequestStore requests, ReporterStore reporters, MoveStore changes, RequestGate gate) {
        this.requests = requests;
        this.reporters = reporters;
        this.changes = changes;
        this.gate = gate;
    }

    /** Marks requests whose day has passed; the street sees them from now on. @return how many */
    @Transactional
    public int escalate() {
        var today = gate.today();
        var late = requests.late(today, BATCH);
        for (var it : late) {
            var locked = gate.lock(it);
            if (locked.isLate(today) && locked.escalatedOn() == null) {
                changes.escalate(locked, today);
                gate.step(locked, Kind.ESCALATED, null, "", true, null);
            }
        }
        return late.size();
    }

    /** Forgets telephones of requests that ended ninety days ago. @return how many */
    @Transactional
    public int forget() {
        return reporters.forget(gate.today().minusDays(FORGET_DAYS));
    }
}

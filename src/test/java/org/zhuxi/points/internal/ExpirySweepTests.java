package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhuxi.points.internal.Orders.TODAY;
import static org.zhuxi.points.internal.Orders.earnUntil;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;

class ExpirySweepTests {

    private final TestLedger ledger = TestLedger.shared();

    @Test
    void takesOffWhatHasRunOutOfTimeOnceHoweverOftenItRuns() {
        var idle = TestLedger.anyHousehold();
        var neighbour = new HouseholdRef(idle.community(), Ids.next());
        ledger.post(
                earnUntil(idle, 10, TODAY),
                earnUntil(idle, 3, TODAY.plusDays(1)),
                earnUntil(idle, 5, TODAY.plusDays(60)),
                earnUntil(neighbour, 7, TODAY.plusDays(60)));
        assertThat(sweepAt("2026-03-15T15:59:59Z")).isZero();
        assertThat(sweepAt("2026-03-17T16:20:00Z")).isGreaterThanOrEqualTo(13);
        assertThat(sweepAt("2026-03-17T16:20:00Z")).isZero();
        assertThat(ledger.balance(idle)).isEqualTo(5);
        assertThat(ledger.balance(neighbour)).isEqualTo(7);
        assertThat(ledger.postings(idle)).isEqualTo(5);
        assertThat(ledger.audit().of(idle.community())).isEmpty();
    }

    private long sweepAt(String moment) {
        var then = ledger.at(Instant.parse(moment));
        var desk = new PostingDesk(then.transactions(), then.batch(), TestLedger.meters());
        try {
            return new ExpirySweep(then.sql(), desk, then.clock()).sweep();
        } finally {
            desk.close();
        }
    }
}

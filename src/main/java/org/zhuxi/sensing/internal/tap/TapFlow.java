package org.zhuxi.sensing.internal.tap;

import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Takes readings through taps: first what they come to is written down, then it is recorded. */
@Component
public class TapFlow {

    private final TapStore taps;
    private final TapPlanner planner;
    private final TapFiling filing;
    private final TransactionOperations transactions;

    TapFlow(TapStore taps, TapPlanner planner, TapFiling filing, TransactionOperations transactions) {
        this.taps = taps;
        this.planner = planner;
        this.filing = filing;
        this.transactions = transactions;
    }

    /** Does whatever waits. @return how many records were made, corrected or taken back */
    public int flow() {
        var filed = 0;
        for (var tap : taps.waiting()) {
            transactions.executeWithoutResult(transaction -> planner.plan(tap));
            filed += filing.file(tap);
        }
        return filed;
    }
}

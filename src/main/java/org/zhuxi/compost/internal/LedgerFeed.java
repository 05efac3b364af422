package org.zhuxi.compost.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.indicator.MeasureFeed;

/** What institutions threw away, and what of it was neither burnt nor buried, down to one line of their ledgers. */
@Component
class LedgerFeed implements MeasureFeed {

    @Override
    public String view() {
        return "compost.v_ledger_row";
    }
}

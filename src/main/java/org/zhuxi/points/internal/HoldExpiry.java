package org.zhuxi.points.internal;

import java.time.Clock;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.points.Redemption;
import org.zhuxi.points.ShopRefused;

/** Gives free what nobody picked up in time. Several programs may do it at once: the second finds it done. */
@Component
public class HoldExpiry {

    /** Named as the one who voided; nobody can sign in as it. */
    static final UUID CLOCKWORK = new UUID(0x0000_0000_0000_7000L, 0x8000_0000_0000_0002L);

    private static final Logger LOG = LoggerFactory.getLogger(HoldExpiry.class);
    private static final int PAGE = 200;

    private final RedemptionStore redemptions;
    private final RedemptionWork work;
    private final TransactionOperations transactions;
    private final Clock clock;

    HoldExpiry(RedemptionStore redemptions, RedemptionWork work, TransactionOperations transactions, Clock clock) {
        this.redemptions = redemptions;
        this.work = work;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** Answers how many it gave free. */
    public int sweep() {
        var voided = 0;
        var page = redemptions.due(clock.instant(), PAGE);
        while (!page.isEmpty()) {
            var done = 0;
            for (var due : page) {
                done += expire(due) ? 1 : 0;
            }
            voided += done;
            page = done == 0 ? java.util.List.of() : redemptions.due(clock.instant(), PAGE);
        }
        return voided;
    }

    private boolean expire(RedemptionStore.Due due) {
        try {
            transactions.executeWithoutResult(
                    status -> work.voidIt(due.community(), due.id(), Redemption.VoidReason.EXPIRED, CLOCKWORK));
            return true;
        } catch (ShopRefused.Settled e) {
            LOG.debug("{} was settled meanwhile", due.id());
            return false;
        }
    }
}

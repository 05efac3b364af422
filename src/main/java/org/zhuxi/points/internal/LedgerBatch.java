package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.points.Verdict;

/**
 * The one way into the ledger: lock the accounts, read what the keys stand for, decide, write. It works inside the
 * transaction of its caller, on whole batches; nothing stands before that transaction commits.
 */
@Service
public class LedgerBatch {

    private final AccountOpening opening;
    private final LedgerReader reader;
    private final LedgerWriter writer;
    private final Communities communities;
    private final Clock clock;

    LedgerBatch(
            AccountOpening opening, LedgerReader reader, LedgerWriter writer, Communities communities, Clock clock) {
        this.opening = opening;
        this.reader = reader;
        this.writer = writer;
        this.communities = communities;
        this.clock = clock;
    }

    /**
     * Answers one verdict an order, in the same order.
     *
     * @throws org.springframework.dao.ConcurrencyFailureException when another transaction was faster; the whole
     *     transaction must be run again
     */
    public List<Verdict> post(List<Order> orders) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("Postings need the transaction of their cause");
        }
        if (orders.isEmpty()) {
            return List.of();
        }
        var drafts = drafts(orders);
        opening.openMissing(drafts.values());
        reader.read(drafts.values());
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        drafts.values().forEach(draft -> draft.open(now));
        var verdicts = new ArrayList<Verdict>(orders.size());
        for (var order : orders) {
            verdicts.add(draftOf(order, drafts).book().decide(order));
        }
        writer.write(List.copyOf(drafts.values()), now);
        return verdicts;
    }

    private Map<CommunityId, Draft> drafts(List<Order> orders) {
        var drafts = new TreeMap<CommunityId, Draft>();
        for (var order : orders) {
            drafts.computeIfAbsent(
                            order.household().community(),
                            community ->
                                    new Draft(community, LocalDate.now(clock.withZone(communities.zoneOf(community)))))
                    .add(order);
        }
        return drafts;
    }

    private static Draft draftOf(Order order, Map<CommunityId, Draft> drafts) {
        return Objects.requireNonNull(drafts.get(order.household().community()));
    }
}

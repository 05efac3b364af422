package org.zhuxi.waste.buyback;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Problem;
import org.zhuxi.waste.internal.buyback.BuyBackStore;
import org.zhuxi.waste.internal.buyback.RecyclerStore;

/** Numbers receipts and puts them into the first month that is still open, one transaction a recycler. */
@Component
class ReceiptBook {

    private final BuyBackStore store;
    private final RecyclerStore recyclers;
    private final TransactionOperations transactions;

    ReceiptBook(BuyBackStore store, RecyclerStore recyclers, TransactionOperations transactions) {
        this.store = store;
        this.recyclers = recyclers;
        this.transactions = transactions;
    }

    /** Keeps receipts of one recycler; answers what became of each. */
    Map<UUID, BuyBackOutcome> keep(RecyclerRef recycler, List<BuyBackStore.Draft> drafts) {
        return Objects.requireNonNull(transactions.execute(status -> keepLocked(recycler, drafts)));
    }

    /** The same inside the caller's transaction. */
    Map<UUID, BuyBackOutcome> keepLocked(RecyclerRef recycler, List<BuyBackStore.Draft> drafts) {
        recyclers.lock(recycler);
        var ids = drafts.stream().map(draft -> draft.receipt().id()).toList();
        var kept = store.findKept(ids).stream()
                .collect(Collectors.toMap(BuyBackStore.Kept::id, Function.identity(), (one, other) -> one));
        var fresh = new ArrayList<BuyBackStore.Draft>();
        var outcomes = new LinkedHashMap<UUID, BuyBackOutcome>();
        for (var draft : drafts) {
            var before = kept.get(draft.receipt().id());
            if (before == null) {
                fresh.add(draft);
            } else {
                outcomes.put(before.id(), again(draft, before));
            }
        }
        outcomes.putAll(insert(recycler, fresh));
        return outcomes;
    }

    private BuyBackOutcome again(BuyBackStore.Draft draft, BuyBackStore.Kept before) {
        return Arrays.equals(draft.contentHash(), before.contentHash())
                ? BuyBackOutcome.kept(
                        Outcome.Status.DUPLICATE,
                        store.find(List.of(before.id())).getFirst())
                : conflict(before.id());
    }

    private Map<UUID, BuyBackOutcome> insert(RecyclerRef recycler, List<BuyBackStore.Draft> fresh) {
        var byMonth = fresh.stream()
                .collect(Collectors.groupingBy(draft -> draft.receipt().month(), TreeMap::new, Collectors.toList()));
        var outcomes = new LinkedHashMap<UUID, BuyBackOutcome>();
        byMonth.forEach((month, drafts) -> {
            var numbered = numbered(recycler, month, drafts);
            var added = store.insert(recycler, numbered);
            numbered.forEach(draft -> outcomes.put(
                    draft.receipt().id(),
                    added.contains(draft.receipt().id())
                            ? BuyBackOutcome.kept(Outcome.Status.CREATED, draft.receipt())
                            : conflict(draft.receipt().id())));
        });
        return outcomes;
    }

    private List<BuyBackStore.Draft> numbered(RecyclerRef recycler, YearMonth wanted, List<BuyBackStore.Draft> drafts) {
        var month = wanted;
        var last = store.takeNumbers(recycler, month, drafts.size());
        while (last.isEmpty()) {
            month = month.plusMonths(1);
            last = store.takeNumbers(recycler, month, drafts.size());
        }
        var numbered = new ArrayList<BuyBackStore.Draft>(drafts.size());
        var number = last.get() - drafts.size();
        for (var draft : drafts) {
            numbered.add(draft.numbered(month, ++number));
        }
        return numbered;
    }

    private static BuyBackOutcome conflict(UUID id) {
        return BuyBackOutcome.refused(id, Problem.of("buyback-conflict", Problem.Kind.CONFLICT, id.toString()));
    }
}

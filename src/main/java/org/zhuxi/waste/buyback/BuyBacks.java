package org.zhuxi.waste.buyback;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.internal.buyback.BuyBackStore;

/**
 * Buying recyclables from households. The mass is a record of the kind {@code waste.buyback.<material>}, filed first; the
 * receipt with the money comes second. Both carry ids made by the client, so that a batch sent again completes what is
 * missing and pays nobody twice.
 */
@Service
public class BuyBacks {

    /** Receipts a batch may hold. */
    public static final int MOST = 1_000;

    private final BuyBackScreening screening;
    private final BuyBackRecords records;
    private final ReceiptBook book;
    private final BuyBackStore store;

    BuyBacks(BuyBackScreening screening, BuyBackRecords records, ReceiptBook book, BuyBackStore store) {
        this.screening = screening;
        this.records = records;
        this.book = book;
        this.store = store;
    }

    /** What would be paid by the prices of the day; nothing is kept. */
    @Transactional(readOnly = true)
    public Quote quote(Actor actor, NewBuyBack item) {
        var known = screening.lookUp(actor, List.of(item));
        return screening.draft(actor, item, known, Origin.RECORDED).receipt().quote();
    }

    /**
     * Takes up to 1,000 receipts; each gets its own outcome in the same order, and one bad item never spoils the others. Not
     * to be called inside a transaction.
     */
    public List<BuyBackOutcome> record(Actor actor, List<NewBuyBack> batch) {
        return record(actor, batch, Origin.RECORDED);
    }

    /** Takes over receipts of earlier days from elsewhere; the actor needs the right to import records as well. */
    public List<BuyBackOutcome> takeOver(Actor actor, Actor importer, List<NewBuyBack> batch, Origin origin) {
        return record(actor, batch, origin, submissions -> records.takeOver(importer, submissions, origin));
    }

    private List<BuyBackOutcome> record(Actor actor, List<NewBuyBack> batch, Origin origin) {
        return record(actor, batch, origin, drafts -> records.file(actor, drafts));
    }

    private List<BuyBackOutcome> record(
            Actor actor,
            List<NewBuyBack> batch,
            Origin origin,
            Function<List<BuyBackStore.Draft>, Map<UUID, Problem>> file) {
        if (batch.size() > MOST) {
            throw new BuyBackRefused.TooMany(batch.size(), MOST);
        }
        var outcomes = new HashMap<UUID, BuyBackOutcome>();
        var fresh = fresh(actor, batch, origin, outcomes);
        var refused = file.apply(fresh);
        refused.forEach((id, problem) -> outcomes.put(id, BuyBackOutcome.refused(id, problem)));
        var accepted = fresh.stream()
                .filter(draft -> !refused.containsKey(draft.receipt().id()))
                .collect(Collectors.groupingBy(
                        draft -> draft.receipt().recycler(), LinkedHashMap::new, Collectors.toList()));
        accepted.forEach((recycler, drafts) -> outcomes.putAll(book.keep(recycler, drafts)));
        return inOrder(actor, batch, outcomes);
    }

    /** Screens what is not kept yet; what is kept, or refused, gets its outcome at once. */
    private List<BuyBackStore.Draft> fresh(
            Actor actor, List<NewBuyBack> batch, Origin origin, Map<UUID, BuyBackOutcome> outcomes) {
        var firsts = new LinkedHashMap<UUID, NewBuyBack>();
        batch.forEach(item -> firsts.putIfAbsent(item.id(), item));
        var kept = store.findKept(firsts.keySet()).stream()
                .collect(Collectors.toMap(BuyBackStore.Kept::id, Function.identity(), (one, other) -> one));
        var known = screening.lookUp(actor, firsts.values());
        var fresh = new ArrayList<BuyBackStore.Draft>();
        for (var item : firsts.values()) {
            var before = kept.get(item.id());
            try {
                if (before == null) {
                    fresh.add(screening.draft(actor, item, known, origin));
                } else {
                    outcomes.put(item.id(), repeated(actor, item, before));
                }
            } catch (Refused refused) {
                outcomes.put(item.id(), BuyBackOutcome.refused(item.id(), refused.problem()));
            }
        }
        return fresh;
    }

    private BuyBackOutcome repeated(Actor actor, NewBuyBack item, BuyBackStore.Kept before) {
        return Arrays.equals(before.contentHash(), BuyBackScreening.hash(actor, item))
                ? BuyBackOutcome.kept(
                        Outcome.Status.DUPLICATE, store.find(List.of(item.id())).getFirst())
                : conflict(item.id());
    }

    private static BuyBackOutcome conflict(UUID id) {
        return BuyBackOutcome.refused(id, Problem.of("buyback-conflict", Problem.Kind.CONFLICT, id.toString()));
    }

    private static List<BuyBackOutcome> inOrder(
            Actor actor, List<NewBuyBack> batch, Map<UUID, BuyBackOutcome> outcomes) {
        var seen = new HashMap<UUID, NewBuyBack>();
        return batch.stream()
                .map(item -> {
                    var first = seen.putIfAbsent(item.id(), item);
                    var outcome = Objects.requireNonNull(outcomes.get(item.id()));
                    if (first == null || outcome.problem() != null) {
                        return outcome;
                    }
                    return Arrays.equals(BuyBackScreening.hash(actor, first), BuyBackScreening.hash(actor, item))
                            ? new BuyBackOutcome(
                                    item.id(), Outcome.Status.DUPLICATE, null, outcome.number(), outcome.amountFen())
                            : conflict(item.id());
                })
                .toList();
    }
}

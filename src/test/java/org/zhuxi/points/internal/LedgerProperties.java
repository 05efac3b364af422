package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.Verdict;
import org.zhuxi.points.Verdict.Outcome;

/** Random histories, cut into random batches, against a ledger that is too simple to be wrong. */
class LedgerProperties {

    private static final long CAP = 20;

    /**
     * One step of a history.
     *
     * @param what 0–3 earn, 4 earn points that expire soon, 5–6 spend, 7 reverse an earlier order, 8 send one again, 9 a day
     *     passes
     * @param pick which earlier order, or how many days ago
     * @param isCut whether a batch ends after this step
     */
    record Step(int what, int points, int pick, boolean isCut) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 9),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.of(true, false))
                .as(Step::new)
                .list()
                .ofMaxSize(60);
    }

    @Property(tries = 1_000)
    void agreesWithTheNaiveLedgerHoweverBatchesAreCut(@ForAll("histories") List<Step> history) {
        var naive = new NaiveLedger();
        var expected = new ArrayList<Outcome>();
        var days = plan(history);
        days.forEach((today, orders) -> orders.forEach(order -> expected.add(naive.post(order.order(), today))));
        var inBatches = play(days, false);
        var onePerBatch = play(days, true);
        assertThat(inBatches.verdicts()).isEqualTo(onePerBatch.verdicts());
        assertThat(inBatches.verdicts()).extracting(Verdict::outcome).isEqualTo(expected);
        var account = inBatches.account();
        assertThat(account.balance()).isEqualTo(naive.balance());
        assertThat(account.owed()).isEqualTo(naive.owed());
        assertThat(account.state().lots()).isEqualTo(pairs(naive.lots()));
        assertThat(onePerBatch.account().state()).isEqualTo(account.state());
    }

    @Property(tries = 15)
    void o30_staysSoundOnTheDatabase(@ForAll("histories") List<Step> history) {
        var ledger = TestLedger.shared();
        var verdicts = new ArrayList<Verdict>();
        var days = plan(history);
        days.forEach((today, orders) -> {
            var then = ledger.at(today.atTime(4, 0).toInstant(ZoneOffset.UTC));
            batches(orders, false).forEach(batch -> verdicts.addAll(then.post(batch)));
        });
        assertThat(verdicts).isEqualTo(play(days, true).verdicts());
        assertThat(ledger.audit().of(household(days).community())).isEmpty();
    }

    private record Planned(Order order, boolean isCut) {}

    private record Played(List<Verdict> verdicts, Account account) {}

    private static Map<LocalDate, List<Planned>> plan(List<Step> history) {
        var household = TestLedger.anyHousehold();
        var today = Orders.TODAY;
        var days = new java.util.TreeMap<LocalDate, List<Planned>>();
        days.put(today, new ArrayList<>(List.of(new Planned(new Order.Expire(Ids.next(), household), false))));
        var sent = new ArrayList<Order>();
        for (var step : history) {
            if (step.what() == 9) {
                today = today.plusDays(1);
                continue;
            }
            var order = order(step, household, today, sent);
            sent.add(order);
            days.computeIfAbsent(today, day -> new ArrayList<>()).add(new Planned(order, step.isCut()));
        }
        return days;
    }

    private static Order order(Step step, HouseholdRef household, LocalDate today, List<Order> sent) {
        if (sent.isEmpty() || step.what() <= 3) {
            return Orders.earn(Ids.next(), household, step.points(), CAP, today.minusDays(Math.min(step.pick(), 12)));
        }
        return switch (step.what()) {
            case 4 -> Orders.earnUntil(household, step.points(), today.plusDays(step.pick() % 4));
            case 5, 6 -> Orders.spend(household, step.points());
            case 7 ->
                Orders.reverse(household, sent.get(step.pick() % sent.size()).key());
            default -> sent.get(step.pick() % sent.size());
        };
    }

    private static Played play(Map<LocalDate, List<Planned>> days, boolean onePerBatch) {
        var household = household(days);
        var state = Account.fresh(household).state();
        var kept = new HashMap<UUID, Posting>();
        var refused = new ArrayList<Memory.Rejection>();
        var verdicts = new ArrayList<Verdict>();
        for (var day : days.entrySet()) {
            for (var batch : batches(day.getValue(), onePerBatch)) {
                var account = new Account(household, 1, null, state);
                var memory = new Memory();
                kept.values().forEach(memory::add);
                refused.forEach(memory::add);
                batch.forEach(order -> rememberLateDay(order, day.getKey(), kept.values(), memory));
                var book = new Book(
                        day.getKey().atStartOfDay().toInstant(ZoneOffset.UTC),
                        day.getKey(),
                        Map.of(household.id(), account),
                        memory);
                batch.forEach(order -> verdicts.add(book.decide(order)));
                book.postings().forEach(posting -> kept.put(posting.id(), posting));
                refused.addAll(book.rejections());
                state = account.state();
            }
        }
        return new Played(verdicts, new Account(household, 1, null, state));
    }

    /** What the database would answer for a day that the account row tells nothing about any more. */
    private static void rememberLateDay(Order order, LocalDate today, Collection<Posting> postings, Memory memory) {
        if (order instanceof Order.Award award
                && !CapUsage.covers(award.terms().businessDay().toEpochDay(), today.toEpochDay())) {
            var day = award.terms().businessDay();
            var given = postings.stream()
                    .filter(posting -> posting.details().rule() != null
                            && posting.details().businessDay().equals(day))
                    .mapToLong(posting -> posting.toHousehold() ? posting.points() : -posting.points())
                    .sum();
            memory.setLateUsage(new Memory.LateDay(award.household().id(), 1, day), given);
        }
    }

    private static List<List<Order>> batches(List<Planned> orders, boolean onePerBatch) {
        var batches = new ArrayList<List<Order>>();
        var batch = new ArrayList<Order>();
        for (var planned : orders) {
            batch.add(planned.order());
            if (onePerBatch || planned.isCut()) {
                batches.add(List.copyOf(batch));
                batch.clear();
            }
        }
        if (!batch.isEmpty()) {
            batches.add(List.copyOf(batch));
        }
        return batches;
    }

    private static HouseholdRef household(Map<LocalDate, List<Planned>> days) {
        return days.values().iterator().next().getFirst().order().household();
    }

    private static Lots pairs(Map<LocalDate, Long> lots) {
        return new Lots(lots.entrySet().stream()
                .flatMap(lot -> java.util.stream.Stream.of(lot.getKey().toEpochDay(), lot.getValue()))
                .mapToLong(Long::longValue)
                .toArray());
    }
}

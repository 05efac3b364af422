package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.Verdict.Outcome;

/**
 * Random histories of earning, spending, setting aside, releasing, capturing, taking back and passing days, on the database,
 * against a model of lots that is too simple to be wrong. The audit and the model are asked after each step.
 */
class HoldProperties {

    /** @param what 0–2 earn, 3 spend, 4–5 hold, 6 release, 7 release with grace, 8 capture, 9 take a gain back, 10 days pass */
    record Step(int what, int points, int pick) {}

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 10),
                        Arbitraries.integers().between(1, 12),
                        Arbitraries.integers().between(0, 20))
                .as(Step::new)
                .list()
                .ofMinSize(4)
                .ofMaxSize(25);
    }

    @Property(tries = 40)
    void agreesWithTheModelAfterEachStep(@ForAll("histories") List<Step> history) {
        var run = new Run();
        for (var step : history) {
            run.play(step);
            assertThat(run.balance()).as("after %s", step).isEqualTo(run.model.balance());
            assertThat(run.held()).as("held after %s", step).isEqualTo(run.model.held());
            assertThat(run.lots()).as("lots after %s", step).isEqualTo(run.model.pairs());
        }
        assertThat(TestLedger.shared().audit().of(run.household.community())).isEmpty();
    }

    /** Lots by day, and what each hold took of which. */
    private static final class Model {

        private final TreeMap<Long, Long> lots = new TreeMap<>();
        private final Map<UUID, TreeMap<Long, Long>> holds = new LinkedHashMap<>();
        private long owed;

        long balance() {
            return lots.values().stream().mapToLong(Long::longValue).sum();
        }

        long held() {
            return holds.values().stream()
                    .flatMap(hold -> hold.values().stream())
                    .mapToLong(Long::longValue)
                    .sum();
        }

        Lots pairs() {
            var pairs = Lots.NONE;
            for (var lot : lots.entrySet()) {
                pairs = pairs.add(lot.getKey(), lot.getValue());
            }
            return pairs;
        }

        void expire(long today) {
            lots.headMap(today).clear();
        }

        void earn(long day, long points) {
            lots.merge(day, points, Long::sum);
            repay();
        }

        void repay() {
            var paid = Math.min(owed, balance());
            owed -= paid;
            take(paid);
        }

        TreeMap<Long, Long> take(long points) {
            var taken = new TreeMap<Long, Long>();
            for (var i = 0L; i < points; i++) {
                var day = lots.firstKey();
                lots.computeIfPresent(day, (key, left) -> left == 1 ? null : left - 1);
                taken.merge(day, 1L, Long::sum);
            }
            return taken;
        }

        void release(UUID hold, long today, boolean grace) {
            for (var lot : Objects.requireNonNull(holds.remove(hold)).entrySet()) {
                var day = grace && lot.getKey() < today ? today + Book.GRACE_DAYS : lot.getKey();
                lots.merge(day, lot.getValue(), Long::sum);
            }
            expire(today);
            repay();
        }

        void takeBack(long day, long points) {
            var missing = Math.max(0, points - balance());
            owed += missing;
            var there = Math.min(lots.getOrDefault(day, 0L), points - missing);
            if (there > 0) {
                lots.computeIfPresent(day, (key, left) -> left == there ? null : Long.valueOf(left - there));
            }
            take(points - missing - there);
        }
    }

    /** Plays a history on the database and in the model alike. */
    private static final class Run {

        private final HouseholdRef household = TestLedger.anyHousehold();
        private final Model model = new Model();
        private final List<Order.Award> gains = new ArrayList<>();
        private final Map<UUID, Boolean> takenBack = new HashMap<>();
        private LocalDate today = Orders.TODAY;

        void play(Step step) {
            switch (step.what()) {
                case 0, 1, 2 -> earn(step);
                case 3 -> {
                    touch();
                    var outcome = post(Orders.spend(household, step.points()));
                    assertThat(outcome).isEqualTo(outcomeOf(step.points() <= model.balance()));
                    if (outcome == Outcome.POSTED) {
                        model.take(step.points());
                    }
                }
                case 4, 5 -> hold(step);
                case 6, 7 ->
                    settle(step, hold -> {
                        in(ledger -> ledger.release(hold, household, step.what() == 7, Order.Cause.NONE));
                        model.release(hold, today.toEpochDay(), step.what() == 7);
                    });
                case 8 ->
                    settle(step, hold -> {
                        assertThat(in(ledger -> ledger.capture(hold, household, Order.Cause.NONE)))
                                .isEqualTo(Outcome.POSTED);
                        model.holds.remove(hold);
                        var twice = new Order.Reverse(
                                Ids.next(), household, hold, Order.Cause.NONE, Order.Way.RELEASE, null);
                        assertThat(post(twice)).isEqualTo(Outcome.REVERSED_BEFORE);
                    });
                case 9 -> takeBack(step);
                default -> {
                    today = today.plusDays(step.points());
                    touch();
                }
            }
        }

        private void earn(Step step) {
            touch();
            var award = Orders.earnUntil(household, step.points(), today.plusDays(step.pick()));
            assertThat(post(award)).isEqualTo(Outcome.POSTED);
            gains.add(award);
            model.earn(award.terms().expiresOn().toEpochDay(), award.points());
        }

        private void hold(Step step) {
            touch();
            var key = Ids.next();
            var outcome = in(ledger -> ledger.hold(key, household, step.points(), Order.Cause.NONE));
            assertThat(outcome).isEqualTo(outcomeOf(step.points() <= model.balance()));
            if (outcome == Outcome.POSTED) {
                model.holds.put(key, model.take(step.points()));
            }
        }

        private void settle(Step step, java.util.function.Consumer<UUID> how) {
            touch();
            if (!model.holds.isEmpty()) {
                var waiting = List.copyOf(model.holds.keySet());
                how.accept(waiting.get(step.pick() % waiting.size()));
            }
        }

        private void takeBack(Step step) {
            touch();
            if (gains.isEmpty()) {
                return;
            }
            var gain = gains.get(step.pick() % gains.size());
            var outcome = post(Orders.reverse(household, gain.key()));
            if (takenBack.putIfAbsent(gain.key(), true) == null) {
                assertThat(outcome).isEqualTo(Outcome.POSTED);
                model.takeBack(gain.terms().expiresOn().toEpochDay(), gain.points());
            } else {
                assertThat(outcome).isEqualTo(Outcome.REVERSED_BEFORE);
            }
        }

        /** The ledger takes expired points off when it touches an account; so does the model. */
        private void touch() {
            post(new Order.Expire(Ids.next(), household));
            model.expire(today.toEpochDay());
        }

        private static Outcome outcomeOf(boolean enough) {
            return enough ? Outcome.POSTED : Outcome.OVERDRAFT;
        }

        private TestLedger ledger() {
            return TestLedger.shared().at(today.atTime(4, 0).toInstant(ZoneOffset.UTC));
        }

        private Outcome post(Order order) {
            return ledger().post(order).getFirst().outcome();
        }

        private Outcome in(java.util.function.Function<HoldLedger, org.zhuxi.points.Verdict> step) {
            var ledger = ledger();
            var holds = new HoldLedger(ledger.sql(), ledger.batch(), new TestLedger.OneZone(), ledger.clock());
            return Objects.requireNonNull(ledger.transactions().execute(status -> step.apply(holds)))
                    .outcome();
        }

        long balance() {
            return number("select coalesce(sum(credits - debits), 0) from points.account where community_id = ?");
        }

        long held() {
            return number("""
                    select coalesce(sum(credits - debits), 0)
                    from points.issuing_day
                    where purpose = 6 and community_id = ?""");
        }

        Lots lots() {
            return JdbcClient.create(TestLedger.shared().source())
                    .sql("select lots from points.account where community_id = ?")
                    .param(household.community().value())
                    .query((row, number) -> (Long[]) row.getArray("lots").getArray())
                    .optional()
                    .map(pairs -> new Lots(java.util.Arrays.stream(pairs)
                            .mapToLong(Long::longValue)
                            .toArray()))
                    .orElse(Lots.NONE);
        }

        private long number(String sql) {
            return JdbcClient.create(TestLedger.shared().source())
                    .sql(sql)
                    .param(household.community().value())
                    .query(Long.class)
                    .single();
        }
    }
}

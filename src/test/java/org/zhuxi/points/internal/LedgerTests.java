package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhuxi.points.internal.Orders.TODAY;
import static org.zhuxi.points.internal.Orders.earn;
import static org.zhuxi.points.internal.Orders.earnUntil;
import static org.zhuxi.points.internal.Orders.reverse;
import static org.zhuxi.points.internal.Orders.spend;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.platform.database.GroupCommit;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict;
import org.zhuxi.points.Verdict.Outcome;
import org.zhuxi.transparency.Journal;

/** The ledger on a real database, with two group commits standing for two programs that share it. */
class LedgerTests {

    private static final GroupCommit<Order, Verdict> one = TestLedger.shared().groupCommit("one");
    private static final GroupCommit<Order, Verdict> other = TestLedger.shared().groupCommit("other");

    private final TestLedger ledger = TestLedger.shared();
    private final Random random = new Random(20260315);

    @AfterAll
    static void close() {
        one.close();
        other.close();
    }

    @Test
    void needsTheTransactionOfTheCause() {
        assertThatThrownBy(() -> ledger.batch().post(List.of(earn(TestLedger.anyHousehold(), 1))))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void o29_countsAPostingOnceHoweverOftenItIsSent() {
        var community = TestLedger.anyCommunity();
        var orders = IntStream.range(0, 50)
                .mapToObj(i -> (Order) earn(new HouseholdRef(community, Ids.next()), 5))
                .toList();
        var sent = new ArrayList<Order>();
        IntStream.range(0, 1_000).forEach(i -> sent.addAll(orders));
        Collections.shuffle(sent, random);
        var verdicts = sendToBoth(sent);
        assertThat(count(verdicts, Outcome.POSTED)).isEqualTo(50);
        assertThat(count(verdicts, Outcome.DUPLICATE)).isEqualTo(49_950);
        assertThat(orders).allSatisfy(order -> {
            assertThat(ledger.balance(order.household())).isEqualTo(5);
            assertThat(ledger.postings(order.household())).isEqualTo(1);
        });
    }

    @Test
    void neverOverdrawsHoweverManySpendAtOnce() {
        var household = TestLedger.anyHousehold();
        ledger.post(earn(household, 1_000));
        var spends =
                Stream.generate(() -> (Order) spend(household, 10)).limit(500).toList();
        var verdicts = sendToBoth(spends);
        assertThat(count(verdicts, Outcome.POSTED)).isEqualTo(100);
        assertThat(count(verdicts, Outcome.OVERDRAFT)).isEqualTo(400);
        assertThat(ledger.balance(household)).isZero();
        assertThat(sendToBoth(spends))
                .allSatisfy(again -> assertThat(again.outcome()).isIn(Outcome.DUPLICATE, Outcome.OVERDRAFT));
    }

    @Test
    void keepsADaysLimitHoweverManyEarnAtOnce() {
        var household = TestLedger.anyHousehold();
        var earns = Stream.generate(() -> (Order) earn(Ids.next(), household, 10, 100L))
                .limit(300)
                .toList();
        var verdicts = sendToBoth(earns);
        assertThat(count(verdicts, Outcome.POSTED)).isEqualTo(10);
        assertThat(count(verdicts, Outcome.CAPPED)).isEqualTo(290);
        assertThat(ledger.balance(household)).isEqualTo(100);
    }

    @Test
    void remembersARefusalAndAMismatch() {
        var household = TestLedger.anyHousehold();
        var refused = spend(household, 10);
        assertThat(outcome(refused)).isEqualTo(Outcome.OVERDRAFT);
        assertThat(outcome(earn(household, 100))).isEqualTo(Outcome.POSTED);
        assertThat(outcome(refused)).isEqualTo(Outcome.OVERDRAFT);
        assertThat(outcome(spend(refused.key(), household, 5))).isEqualTo(Outcome.MISMATCH);
        var spent = spend(household, 10);
        assertThat(outcome(spent)).isEqualTo(Outcome.POSTED);
        assertThat(outcome(spend(spent.key(), household, 11))).isEqualTo(Outcome.MISMATCH);
        assertThat(outcome(spent)).isEqualTo(Outcome.DUPLICATE);
        assertThat(ledger.balance(household)).isEqualTo(90);
    }

    @Test
    void reversesAPostingOnceHoweverManyTryAtOnce() {
        var household = TestLedger.anyHousehold();
        var gain = earn(household, 10);
        ledger.post(gain);
        var verdicts = sendToBoth(Stream.generate(() -> (Order) reverse(household, gain.key()))
                .limit(100)
                .toList());
        assertThat(count(verdicts, Outcome.POSTED)).isEqualTo(1);
        assertThat(count(verdicts, Outcome.REVERSED_BEFORE)).isEqualTo(99);
        assertThat(ledger.balance(household)).isZero();
    }

    @Test
    void clawsBackWhatWasSpentAndIsRepaidLater() {
        var household = TestLedger.anyHousehold();
        var gain = earn(household, 10);
        ledger.post(gain, spend(household, 8));
        ledger.post(reverse(household, gain.key()));
        assertThat(ledger.balance(household)).isZero();
        ledger.post(earn(household, 9));
        assertThat(ledger.balance(household)).isEqualTo(1);
        assertThat(ledger.audit().of(household.community())).isEmpty();
    }

    @Test
    void neverDeadlocksWhenBatchesMeetInAnyOrder() {
        var community = TestLedger.anyCommunity();
        var households = IntStream.range(0, 200)
                .mapToObj(i -> new HouseholdRef(community, Ids.next()))
                .toList();
        var orders = IntStream.range(0, 20_000)
                .mapToObj(i -> (Order) earn(households.get(random.nextInt(200)), 1))
                .toList();
        var before = deadlocks();
        assertThat(count(sendToBoth(orders), Outcome.POSTED)).isEqualTo(20_000);
        assertThat(deadlocks()).isEqualTo(before);
        assertThat(ledger.audit().of(community)).isEmpty();
    }

    @Test
    void keepsThePoisonOfOneItemFromTheOthers() {
        var poisoned = TestLedger.anyHousehold();
        var posted = IntStream.range(0, 200)
                .mapToObj(i -> one.submit(0, earn(TestLedger.anyHousehold(), 1)))
                .collect(Collectors.toCollection(ArrayList::new));
        var terms = new Order.Terms(TODAY, Orders.NEXT_YEAR, null, false);
        var poison = new Order.Award(
                Ids.next(), poisoned, PostingKind.ADJUSTMENT, 1, terms, new Order.Cause(null, null, "\0"));
        var poisonedVerdict = one.submit(0, poison);
        IntStream.range(0, 200).forEach(i -> posted.add(one.submit(0, earn(TestLedger.anyHousehold(), 1))));
        assertThat(posted)
                .allSatisfy(future -> assertThat(future.join().outcome()).isEqualTo(Outcome.POSTED));
        assertThat(poisonedVerdict).failsWithin(Duration.ofSeconds(20));
    }

    @Test
    void refusesToWriteOverSomebodyElsesVersion() {
        var household = TestLedger.anyHousehold();
        var batch = ledger.batch();
        assertThatThrownBy(() -> ledger.transactions().executeWithoutResult(status -> {
                    batch.post(List.of(earn(household, 1)));
                    ledger.sql()
                            .sql("update points.account set version = 5 where id = ?")
                            .param(household.id())
                            .update();
                    staleWrite(household);
                }))
                .isInstanceOf(OptimisticLockingFailureException.class);
    }

    private void staleWrite(HouseholdRef household) {
        var draft = new Draft(household.community(), TODAY);
        var order = earn(household, 2);
        draft.add(order);
        draft.open(Instant.EPOCH);
        draft.book().decide(order);
        var template = new JdbcTemplate(ledger.source());
        new LedgerWriter(template, ledger.source(), Journal.NONE, new LedgerMeters(TestLedger.meters()))
                .write(List.of(draft), Instant.EPOCH);
    }

    @Test
    void countsAMomentBeforeMidnightOnItsOwnDay() {
        var household = TestLedger.anyHousehold();
        ledger.post(earnUntil(household, 10, TODAY));
        var lastMoment = ledger.at(Instant.parse("2026-03-15T15:59:59.999Z"));
        assertThat(lastMoment.post(spend(household, 4)).getFirst().outcome()).isEqualTo(Outcome.POSTED);
        var midnight = ledger.at(Instant.parse("2026-03-15T16:00:00Z"));
        assertThat(midnight.post(spend(household, 4)).getFirst().outcome()).isEqualTo(Outcome.OVERDRAFT);
        assertThat(ledger.balance(household)).isZero();
    }

    @Test
    void countsALateUploadTowardsTheLimitOfItsOwnDay() {
        var household = TestLedger.anyHousehold();
        var day = TODAY.minusDays(20);
        var then = ledger.at(day.atTime(12, 0).atZone(TestLedger.ZONE).toInstant());
        then.post(earn(Ids.next(), household, 6, 10L, day));
        IntStream.range(0, 15).forEach(i -> ledger.post(earn(Ids.next(), household, 10, 10L, TODAY.minusDays(i))));
        assertThat(ledger.post(earn(Ids.next(), household, 6, 10L, day))
                        .getFirst()
                        .points())
                .isEqualTo(4);
        assertThat(ledger.post(earn(Ids.next(), household, 6, 10L, day))
                        .getFirst()
                        .points())
                .isZero();
    }

    private Outcome outcome(Order order) {
        return ledger.post(order).getFirst().outcome();
    }

    private List<Verdict> sendToBoth(List<Order> orders) {
        var futures = new ArrayList<CompletableFuture<Verdict>>();
        for (var order : orders) {
            var engine = random.nextBoolean() ? one : other;
            futures.add(engine.submit(random.nextInt(2), order));
        }
        return futures.stream().map(CompletableFuture::join).toList();
    }

    private static long count(List<Verdict> verdicts, Outcome outcome) {
        return verdicts.stream().filter(verdict -> verdict.outcome() == outcome).count();
    }

    private long deadlocks() {
        return ledger.sql()
                .sql("select deadlocks from pg_stat_database where datname = current_database()")
                .query(Long.class)
                .single();
    }
}

package org.zhuxi.points.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhuxi.points.internal.Orders.TODAY;
import static org.zhuxi.points.internal.Orders.earn;
import static org.zhuxi.points.internal.Orders.earnUntil;
import static org.zhuxi.points.internal.Orders.reverse;
import static org.zhuxi.points.internal.Orders.spend;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict.Outcome;

class BookTests {

    private final HouseholdRef household = new HouseholdRef(new CommunityId(1), Ids.next());
    private final Account account = Account.fresh(household);
    private final Map<UUID, Account> accounts = new HashMap<>(Map.of(household.id(), account));
    private final Memory memory = new Memory();
    private final Book book = new Book(Instant.EPOCH, TODAY, accounts, memory);

    @Test
    void keepsTheBalanceAfterEachPosting() {
        book.decide(earn(household, 10));
        book.decide(spend(household, 4));
        assertThat(book.postings()).extracting(Posting::balance).containsExactly(10L, 6L);
        assertThat(book.postings().getLast().previous())
                .isEqualTo(book.postings().getFirst().id());
    }

    @Test
    void refusesARedemptionAboveTheBalanceForEver() {
        book.decide(earn(household, 10));
        var order = spend(household, 11);
        assertThat(book.decide(order).outcome()).isEqualTo(Outcome.OVERDRAFT);
        book.decide(earn(household, 10));
        assertThat(book.decide(order).outcome()).isEqualTo(Outcome.OVERDRAFT);
        assertThat(account.balance()).isEqualTo(20);
    }

    @Test
    void spendsToTheLastPoint() {
        book.decide(earn(household, 10));
        assertThat(book.decide(spend(household, 10)).outcome()).isEqualTo(Outcome.POSTED);
        assertThat(account.state().lots()).isEqualTo(Lots.NONE);
    }

    @Test
    void answersARepeatedKeyWithItsFirstPosting() {
        var order = earn(household, 10);
        book.decide(order);
        var again = book.decide(order);
        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.posting()).isEqualTo(order.key());
        assertThat(account.balance()).isEqualTo(10);
    }

    @Test
    void refusesAKeyThatWasUsedForSomethingElse() {
        var order = spend(household, 1);
        book.decide(earn(household, 10));
        book.decide(order);
        assertThat(book.decide(spend(order.key(), household, 2)).outcome()).isEqualTo(Outcome.MISMATCH);
        assertThat(book.decide(order).outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(account.balance()).isEqualTo(9);
    }

    @Test
    void refusesTheKeyOfARejectionForSomethingElse() {
        var order = spend(household, 1);
        book.decide(order);
        assertThat(book.decide(spend(order.key(), household, 2)).outcome()).isEqualTo(Outcome.MISMATCH);
    }

    @Test
    void cutsARewardToWhatTheDayLeaves() {
        assertThat(book.decide(earn(Ids.next(), household, 7, 10L)).outcome()).isEqualTo(Outcome.POSTED);
        var cut = book.decide(earn(Ids.next(), household, 7, 10L));
        assertThat(cut.outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(cut.points()).isEqualTo(3);
        var none = book.decide(earn(Ids.next(), household, 7, 10L));
        assertThat(none.outcome()).isEqualTo(Outcome.CAPPED);
        assertThat(none.posting()).isNull();
        assertThat(account.balance()).isEqualTo(10);
    }

    @Test
    void givesTheDayBackWhatAReversalTook() {
        var first = earn(Ids.next(), household, 10, 10L);
        book.decide(first);
        book.decide(reverse(household, first.key()));
        assertThat(book.decide(earn(Ids.next(), household, 10, 10L)).outcome()).isEqualTo(Outcome.POSTED);
    }

    @Test
    void usesWhatIsKnownOfALateDay() {
        var day = TODAY.minusDays(30);
        memory.setLateUsage(new Memory.LateDay(household.id(), 1, day), 6);
        assertThat(book.decide(earn(Ids.next(), household, 3, 10L, day)).points())
                .isEqualTo(3);
        assertThat(book.decide(earn(Ids.next(), household, 3, 10L, day)).points())
                .isEqualTo(1);
        assertThat(account.state().caps()).isEqualTo(CapUsage.NONE);
    }

    @Test
    void neverLetsAnExpiredPointBeSpent() {
        book.decide(earnUntil(household, 10, TODAY.minusDays(1)));
        book.decide(earnUntil(household, 5, TODAY));
        assertThat(book.decide(spend(household, 6)).outcome()).isEqualTo(Outcome.OVERDRAFT);
        assertThat(account.balance()).isEqualTo(5);
        assertThat(book.postings()).extracting(Posting::kind).contains(PostingKind.EXPIRY);
    }

    @Test
    void expiresOnceHoweverOftenItIsAsked() {
        book.decide(earnUntil(household, 10, TODAY.minusDays(1)));
        assertThat(book.decide(new Order.Expire(Ids.next(), household)).points())
                .isEqualTo(10);
        assertThat(book.decide(new Order.Expire(Ids.next(), household)).outcome())
                .isEqualTo(Outcome.NOTHING_DUE);
    }

    @Test
    void reversesAGainOnce() {
        var gain = earn(household, 10);
        book.decide(gain);
        var order = reverse(household, gain.key());
        assertThat(book.decide(order).outcome()).isEqualTo(Outcome.POSTED);
        assertThat(book.decide(order).outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(book.decide(reverse(household, gain.key())).outcome()).isEqualTo(Outcome.REVERSED_BEFORE);
        assertThat(account.balance()).isZero();
    }

    @Test
    void neverReversesAReversal() {
        var gain = earn(household, 10);
        book.decide(gain);
        var order = reverse(household, gain.key());
        book.decide(order);
        assertThat(book.decide(reverse(household, order.key())).outcome()).isEqualTo(Outcome.NOT_REVERSIBLE);
        assertThat(book.decide(reverse(household, Ids.next())).outcome()).isEqualTo(Outcome.NOT_REVERSIBLE);
    }

    @Test
    void letsTheHouseholdOweWhatItHasSpentAndPayItBack() {
        var gain = earn(household, 10);
        book.decide(gain);
        book.decide(spend(household, 7));
        book.decide(reverse(household, gain.key()));
        assertThat(account.balance()).isZero();
        assertThat(account.owed()).isEqualTo(7);
        book.decide(earn(household, 5));
        assertThat(account.balance()).isZero();
        assertThat(account.owed()).isEqualTo(2);
        book.decide(earn(household, 5));
        assertThat(account.balance()).isEqualTo(3);
        assertThat(account.owed()).isZero();
        assertThat(account.state().lots().total()).isEqualTo(3);
    }

    @Test
    void givesPointsOfAReversedRedemptionTimeToBeUsed() {
        book.decide(earnUntil(household, 10, TODAY));
        var loss = spend(household, 10);
        book.decide(loss);
        book.decide(reverse(household, loss.key()));
        assertThat(account.balance()).isEqualTo(10);
        assertThat(account.state().lots())
                .isEqualTo(new Lots(TODAY.plusDays(Book.GRACE_DAYS).toEpochDay(), 10));
    }

    @Test
    void refusesMoreThanAnAccountCanHold() {
        assertThat(book.decide(earn(household, Long.MAX_VALUE)).outcome()).isEqualTo(Outcome.TOO_MANY);
        var full = new Account(
                household,
                1,
                null,
                new Account.State(Long.MAX_VALUE - 10, Long.MAX_VALUE - 10, 0, 0, null, Lots.NONE, CapUsage.NONE));
        accounts.put(household.id(), full);
        assertThat(book.decide(earn(household, 11)).outcome()).isEqualTo(Outcome.TOO_MANY);
    }
}

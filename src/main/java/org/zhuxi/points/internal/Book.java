package org.zhuxi.points.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict;
import org.zhuxi.points.Verdict.Outcome;

/**
 * Decides on orders, one after the other, from the state of the accounts alone: no database, no clock, the same answer
 * every time. Points past their day are taken off an account before anything else happens on it.
 */
final class Book {

    /** Points that come back from a redemption are valid at least so long. */
    static final int GRACE_DAYS = 30;

    private final Instant now;
    private final LocalDate today;
    private final Map<UUID, Account> accounts;
    private final Memory memory;
    private final List<Posting> postings = new ArrayList<>();
    private final List<Memory.Rejection> rejections = new ArrayList<>();

    /** @param accounts of one community by household; each household in an order must be among them */
    Book(Instant now, LocalDate today, Map<UUID, Account> accounts, Memory memory) {
        this.now = now;
        this.today = today;
        this.accounts = accounts;
        this.memory = memory;
    }

    List<Posting> postings() {
        return postings;
    }

    List<Memory.Rejection> rejections() {
        return rejections;
    }

    Verdict decide(Order order) {
        var earlier = memory.answerTo(order);
        if (earlier != null) {
            return earlier;
        }
        var account = Objects.requireNonNull(accounts.get(order.household().id()));
        var expired = expire(account, account.household().id());
        return switch (order) {
            case Order.Award award -> award(account, award);
            case Order.Spend spend -> spend(account, spend);
            case Order.Reverse reverse -> reverse(account, reverse);
            case Order.Expire expire -> expired;
        };
    }

    /** @param cause what the ids of the postings follow from */
    private Verdict expire(Account account, UUID cause) {
        var verdict = Verdict.nothing(Outcome.NOTHING_DUE);
        while (account.state().lots().hasExpiredBy(today.toEpochDay())) {
            var lots = account.state().lots();
            var lastDay = LocalDate.ofEpochDay(lots.soonestDay());
            var id = Ids.derived(cause, "expiry/" + lastDay);
            var details = new Posting.Details(lastDay.plusDays(1), lastDay, null, Order.Cause.NONE);
            var move = new Move(id, PostingKind.EXPIRY, Counter.EXPIRED, lots.soonestPoints(), details, null, 0);
            keep(account.give(move, now));
            verdict = new Verdict(Outcome.POSTED, id, verdict.points() + move.points());
        }
        return verdict;
    }

    private Verdict award(Account account, Order.Award award) {
        if (!account.canReceive(award.points())) {
            return Verdict.nothing(Outcome.TOO_MANY);
        }
        var points = Math.min(award.points(), leftByCap(account, award));
        if (points == 0) {
            return Verdict.nothing(Outcome.CAPPED);
        }
        var terms = award.terms();
        var details = new Posting.Details(terms.businessDay(), terms.expiresOn(), terms.rule(), award.cause());
        var posting = keep(account.receive(
                new Move(
                        award.key(),
                        award.kind(),
                        Counter.of(award.kind()),
                        points,
                        details,
                        null,
                        award.fingerprint()),
                now));
        countTowardsCap(account, posting, points);
        repay(account, posting);
        return new Verdict(points == award.points() ? Outcome.POSTED : Outcome.CAPPED, posting.id(), points);
    }

    private long leftByCap(Account account, Order.Award award) {
        var rule = award.terms().rule();
        if (rule == null || rule.cap() == null) {
            return award.points();
        }
        var day = award.terms().businessDay();
        var used = CapUsage.covers(day.toEpochDay(), today.toEpochDay())
                ? account.state().caps().used(day.toEpochDay(), rule.number())
                : memory.lateUsage(lateDay(account, rule, day));
        return Math.max(0, rule.cap() - used);
    }

    private void countTowardsCap(Account account, Posting posting, long points) {
        var rule = posting.details().rule();
        if (rule == null) {
            return;
        }
        var day = posting.details().businessDay();
        if (CapUsage.covers(day.toEpochDay(), today.toEpochDay())) {
            account.countTowardsCap(day, rule, points, today);
        } else {
            memory.addLateUsage(lateDay(account, rule, day), points);
        }
    }

    /** What is owed is paid from what has just come in. */
    private void repay(Account account, Posting income) {
        var points = Math.min(account.owed(), account.balance());
        if (points > 0) {
            var id = Ids.derived(income.id(), "repayment");
            keep(account.give(
                    new Move(id, PostingKind.REPAYMENT, Counter.CLAWBACK, points, following(income, null), null, 0),
                    now));
        }
    }

    private Verdict spend(Account account, Order.Spend spend) {
        if (spend.points() > account.balance()) {
            var rejection =
                    new Memory.Rejection(spend.key(), spend.household().id(), spend.fingerprint(), Outcome.OVERDRAFT);
            memory.add(rejection);
            rejections.add(rejection);
            return Verdict.nothing(Outcome.OVERDRAFT);
        }
        var details = new Posting.Details(today, null, null, spend.cause());
        var posting = keep(account.give(
                new Move(
                        spend.key(),
                        spend.kind(),
                        Counter.of(spend.kind()),
                        spend.points(),
                        details,
                        null,
                        spend.fingerprint()),
                now));
        return new Verdict(Outcome.POSTED, posting.id(), posting.points());
    }

    private Verdict reverse(Account account, Order.Reverse order) {
        var target = memory.find(order.target());
        if (target == null || !target.household().equals(order.household()) || !allows(order.way(), target.kind())) {
            return Verdict.nothing(Outcome.NOT_REVERSIBLE);
        }
        if (memory.isReversed(target.id())) {
            return Verdict.nothing(Outcome.REVERSED_BEFORE);
        }
        if (!account.canReceive(target.points())) {
            return Verdict.nothing(Outcome.TOO_MANY);
        }
        var posting = switch (order.way()) {
            case CAPTURE -> capture(target, order);
            case RELEASE -> release(account, target, order);
            case UNDO_GIFT -> target.toHousehold() ? takeBack(account, target, order) : release(account, target, order);
            case TAKE_BACK ->
                target.toHousehold() ? takeBack(account, target, order) : giveBack(account, target, order);
        };
        return new Verdict(Outcome.POSTED, posting.id(), posting.points());
    }

    private static boolean allows(Order.Way way, PostingKind kind) {
        return switch (way) {
            case TAKE_BACK -> kind.isReversible();
            case RELEASE -> kind == PostingKind.HOLD || kind == PostingKind.QUARANTINE;
            case CAPTURE -> kind == PostingKind.HOLD;
            case UNDO_GIFT -> kind == PostingKind.GIFT;
        };
    }

    /** What was set aside is spent; the household's own account was charged when it was set aside. */
    private Posting capture(Posting hold, Order.Reverse order) {
        var details = new Posting.Details(today, hold.details().expiresOn(), null, order.cause());
        return keep(new Posting(
                order.key(),
                hold.household(),
                true,
                Counter.REDEEMED,
                PostingKind.CAPTURE,
                hold.points(),
                details,
                hold.id(),
                order.fingerprint(),
                now,
                null,
                0));
    }

    /** What was set aside comes back as it was taken; lots whose day has passed meanwhile expire at once. */
    private Posting release(Account account, Posting hold, Order.Reverse order) {
        var lots = Objects.requireNonNullElseGet(order.lots(), () -> lotOf(hold));
        var details =
                new Posting.Details(hold.details().businessDay(), hold.details().expiresOn(), null, order.cause());
        var posting = keep(account.receive(reversal(hold, order, details), lots, now));
        expire(account, order.key());
        repay(account, posting);
        return posting;
    }

    private Lots lotOf(Posting hold) {
        var day = Objects.requireNonNullElse(hold.details().expiresOn(), today);
        return Lots.NONE.add(day.toEpochDay(), hold.points());
    }

    /** A gain is undone; what has been spent of it meanwhile is advanced, and owed from then on. */
    private Posting takeBack(Account account, Posting gain, Order.Reverse order) {
        var until = Objects.requireNonNullElse(gain.details().expiresOn(), today);
        var details = new Posting.Details(
                gain.details().businessDay(), until, gain.details().rule(), order.cause());
        var missing = gain.points() - account.balance();
        if (missing > 0) {
            var id = Ids.derived(order.key(), "advance");
            var advance = following(gain, until);
            keep(account.receive(new Move(id, PostingKind.ADVANCE, Counter.CLAWBACK, missing, advance, null, 0), now));
        }
        var posting = keep(account.give(reversal(gain, order, details), now));
        countTowardsCap(account, posting, -posting.points());
        return posting;
    }

    /** A loss is undone; the points are valid as long as the latest of them was, and long enough to be used. */
    private Posting giveBack(Account account, Posting loss, Order.Reverse order) {
        var grace = today.plusDays(GRACE_DAYS);
        var was = Objects.requireNonNullElse(loss.details().expiresOn(), grace);
        var details = new Posting.Details(
                loss.details().businessDay(),
                was.isAfter(grace) ? was : grace,
                loss.details().rule(),
                order.cause());
        var posting = keep(account.receive(reversal(loss, order, details), now));
        repay(account, posting);
        return posting;
    }

    private static Move reversal(Posting target, Order.Reverse order, Posting.Details details) {
        return new Move(
                order.key(),
                PostingKind.REVERSAL,
                target.counter(),
                target.points(),
                details,
                target.id(),
                order.fingerprint());
    }

    private static Posting.Details following(Posting posting, @Nullable LocalDate expiresOn) {
        return new Posting.Details(
                posting.details().businessDay(),
                expiresOn,
                null,
                posting.details().cause());
    }

    private Posting keep(Posting posting) {
        memory.add(posting);
        postings.add(posting);
        return posting;
    }

    private static Memory.LateDay lateDay(Account account, Order.RuleUse rule, LocalDate day) {
        return new Memory.LateDay(account.household().id(), rule.number(), day);
    }
}

package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.zhuxi.points.Verdict.Outcome;

/** One household's account written down as simply as possible, for comparison: no batches, no versions, no packing. */
final class NaiveLedger {

    private final TreeMap<LocalDate, Long> lots = new TreeMap<>();
    private final Map<LocalDate, Long> givenOn = new HashMap<>();
    private final Map<UUID, Outcome> answers = new HashMap<>();
    private final Map<UUID, Gain> gains = new HashMap<>();
    private final Map<UUID, Loss> losses = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();
    private long owed;

    private record Gain(long points, Order.Terms terms) {}

    private record Loss(long points, LocalDate latest) {}

    Outcome post(Order order, LocalDate today) {
        var earlier = answers.get(order.key());
        if (earlier != null) {
            return earlier == Outcome.OVERDRAFT ? Outcome.OVERDRAFT : Outcome.DUPLICATE;
        }
        lots.headMap(today).clear();
        var outcome = switch (order) {
            case Order.Award award -> earn(award);
            case Order.Spend spend -> spend(spend);
            case Order.Reverse reverse -> reverse(reverse, today);
            case Order.Expire expire -> Outcome.NOTHING_DUE;
        };
        if (isRemembered(order, outcome)) {
            answers.put(order.key(), outcome);
        }
        return outcome;
    }

    private boolean isRemembered(Order order, Outcome outcome) {
        return outcome == Outcome.POSTED || outcome == Outcome.OVERDRAFT || gains.containsKey(order.key());
    }

    long balance() {
        return lots.values().stream().mapToLong(Long::longValue).sum();
    }

    long owed() {
        return owed;
    }

    Map<LocalDate, Long> lots() {
        return lots;
    }

    private Outcome earn(Order.Award award) {
        var terms = award.terms();
        var cap = terms.rule() == null ? null : terms.rule().cap();
        var left = cap == null ? Long.MAX_VALUE : cap - givenOn.getOrDefault(terms.businessDay(), 0L);
        var points = Math.min(award.points(), left);
        if (points <= 0) {
            return Outcome.CAPPED;
        }
        gains.put(award.key(), new Gain(points, terms));
        if (terms.rule() != null) {
            givenOn.merge(terms.businessDay(), points, Long::sum);
        }
        income(terms.expiresOn(), points);
        return points == award.points() ? Outcome.POSTED : Outcome.CAPPED;
    }

    private void income(LocalDate expiresOn, long points) {
        lots.merge(expiresOn, points, Long::sum);
        var paid = Math.min(owed, balance());
        owed -= paid;
        remove(paid);
    }

    private Outcome spend(Order.Spend spend) {
        if (balance() < spend.points()) {
            return Outcome.OVERDRAFT;
        }
        losses.put(spend.key(), new Loss(spend.points(), Objects.requireNonNull(remove(spend.points()))));
        return Outcome.POSTED;
    }

    private Outcome reverse(Order.Reverse order, LocalDate today) {
        var target = order.target();
        if (!gains.containsKey(target) && !losses.containsKey(target)) {
            return Outcome.NOT_REVERSIBLE;
        }
        if (!reversed.add(target)) {
            return Outcome.REVERSED_BEFORE;
        }
        if (gains.containsKey(target)) {
            takeBack(Objects.requireNonNull(gains.get(target)));
        } else {
            var loss = Objects.requireNonNull(losses.get(target));
            var grace = today.plusDays(30);
            income(loss.latest().isAfter(grace) ? loss.latest() : grace, loss.points());
        }
        return Outcome.POSTED;
    }

    private void takeBack(Gain gain) {
        if (gain.terms().rule() != null) {
            givenOn.merge(gain.terms().businessDay(), -gain.points(), Long::sum);
        }
        var missing = Math.max(0, gain.points() - balance());
        owed += missing;
        var left = gain.points() - missing;
        while (left > 0 && lots.containsKey(gain.terms().expiresOn())) {
            removeOne(gain.terms().expiresOn());
            left--;
        }
        remove(left);
    }

    /** One point after the other, always one that expires first; answers the day of the last. */
    private @org.jspecify.annotations.Nullable LocalDate remove(long points) {
        LocalDate day = null;
        for (var i = 0L; i < points; i++) {
            day = lots.firstKey();
            removeOne(day);
        }
        return day;
    }

    private void removeOne(LocalDate day) {
        lots.computeIfPresent(day, (key, points) -> points == 1 ? null : points - 1);
    }
}

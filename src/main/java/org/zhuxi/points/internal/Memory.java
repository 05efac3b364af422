package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.points.Verdict;

/** What a community's ledger remembers about the keys of a batch: from earlier transactions, and from the batch itself. */
final class Memory {

    private final Map<UUID, Posting> postings = new HashMap<>();
    private final Set<UUID> reversed = new HashSet<>();
    private final Map<UUID, Rejection> rejections = new HashMap<>();
    private final Map<LateDay, Long> lateUsage = new HashMap<>();

    /** A refusal that stands for ever. */
    record Rejection(UUID key, UUID household, long fingerprint, Verdict.Outcome outcome) {}

    /** A day so long ago that the account row no longer tells how much a rule gave on it. */
    record LateDay(UUID household, int rule, LocalDate day) {}

    void add(Posting posting) {
        postings.put(posting.id(), posting);
        if (posting.reverses() != null) {
            reversed.add(posting.reverses());
        }
    }

    void addReversed(UUID target) {
        reversed.add(target);
    }

    void add(Rejection rejection) {
        rejections.put(rejection.key(), rejection);
    }

    /** The answer that was given to this key before, or null when it is new. */
    @Nullable
    Verdict answerTo(Order order) {
        var posting = postings.get(order.key());
        if (posting != null) {
            var outcome =
                    posting.fingerprint() == order.fingerprint() ? Verdict.Outcome.DUPLICATE : Verdict.Outcome.MISMATCH;
            return new Verdict(outcome, posting.id(), posting.points());
        }
        var rejection = rejections.get(order.key());
        if (rejection == null) {
            return null;
        }
        return Verdict.nothing(
                rejection.fingerprint() == order.fingerprint() ? rejection.outcome() : Verdict.Outcome.MISMATCH);
    }

    @Nullable
    Posting find(UUID id) {
        return postings.get(id);
    }

    boolean isReversed(UUID id) {
        return reversed.contains(id);
    }

    void setLateUsage(LateDay day, long points) {
        lateUsage.put(day, points);
    }

    void addLateUsage(LateDay day, long points) {
        lateUsage.merge(day, points, Math::addExact);
    }

    long lateUsage(LateDay day) {
        return lateUsage.getOrDefault(day, 0L);
    }
}

package org.zhuxi.sensing.internal.tap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Kinds;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.Role;
import org.zhuxi.place.Places;
import org.zhuxi.sensing.tap.Tap;
import org.zhuxi.sensing.tap.TapRecord;

/** Records what was planned. The ids follow from tap, slot and revision, so what was cut off is recorded once by the next run. */
@Component
class TapFiling {

    private static final int MOST = 500;
    private static final String GONE = "The reading is gone or not to be trusted";

    private final TapRecordStore records;
    private final TapKinds suitable;
    private final Kinds kinds;
    private final Activities activities;
    private final Places places;
    private final TransactionOperations transactions;

    TapFiling(
            TapRecordStore records,
            TapKinds suitable,
            Kinds kinds,
            Activities activities,
            Places places,
            TransactionOperations transactions) {
        this.records = records;
        this.suitable = suitable;
        this.kinds = kinds;
        this.activities = activities;
        this.places = places;
        this.transactions = transactions;
    }

    /** Outside of transactions. @return how many records were made, corrected or taken back */
    int file(Tap tap) {
        var filed = 0;
        var due = records.due(tap, MOST);
        while (!due.isEmpty()) {
            file(tap, due);
            filed += due.size();
            due = records.due(tap, MOST);
        }
        return filed;
    }

    private void file(Tap tap, List<TapRecord> due) {
        var standing = records.standing(tap, due);
        var submissions = new ArrayList<Submission>();
        var gone = new ArrayList<UUID>();
        var problems = new HashMap<TapRecord, String>();
        for (var one : due) {
            var amount = one.amount();
            var old = standing.get(one.slot());
            if (amount != null) {
                submissions.add(submission(tap, one, amount, old == null ? null : old.activity()));
            } else if (old != null) {
                gone.add(old.activity());
            }
            problems.put(one, "");
        }
        var refused = refusals(record(tap, submissions));
        problems.replaceAll((one, none) -> refused.getOrDefault(one.activity(), ""));
        transactions.executeWithoutResult(transaction -> {
            if (!gone.isEmpty()) {
                activities.withdraw(tap.community(), gone, tap.id(), GONE);
            }
            records.settle(tap, problems);
        });
    }

    private List<Outcome> record(Tap tap, List<Submission> submissions) {
        if (submissions.isEmpty()) {
            return List.of();
        }
        return tap.origin() == Origin.RECORDED
                ? activities.record(recorder(tap), submissions)
                : activities.takeOver(recorder(tap), submissions, tap.origin());
    }

    private static Map<UUID, String> refusals(List<Outcome> outcomes) {
        var refusals = new HashMap<UUID, String>();
        for (var outcome : outcomes) {
            var problem = outcome.problem();
            if (problem != null) {
                refusals.put(
                        outcome.id(),
                        problem.fields().isEmpty()
                                ? problem.slug()
                                : problem.fields().getFirst().slug());
            }
        }
        return refusals;
    }

    private static Submission submission(Tap tap, TapRecord one, BigDecimal amount, @Nullable UUID corrects) {
        return new Submission(
                one.activity(),
                tap.kind(),
                tap.place(),
                null,
                null,
                one.occurredAt(),
                Map.of(tap.amount(), new Measured(amount.stripTrailingZeros(), tap.unit())),
                null,
                tap.deviceCode(),
                List.of(),
                corrects);
    }

    /** Stands for the device; it may file the kind and decides on nothing. */
    private Actor recorder(Tap tap) {
        var home = places.getCommunity(tap.community()).path();
        Role role = Objects.requireNonNull(
                suitable.role(kinds.get(tap.kind())).orElse(null), "Nobody files " + tap.kind() + " without deciding");
        Set<Grant> grants = new HashSet<>(Set.of(new Grant(role, home)));
        if (tap.origin() != Origin.RECORDED) {
            grants.add(new Grant(Role.DATA_STEWARD, home));
        }
        return new Actor(tap.id(), tap.deviceName(), grants, Set.of(), null);
    }
}

package org.zhuxi.activity.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Decision;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Problem;

/** Takes back, in the transaction that keeps a corrected record, the record it corrects. */
@Component
class Superseding {

    /** What listeners are told as the reason, for nobody is asked for one. */
    static final String REASON = "superseded";

    private final ActivityStore activities;
    private final DecisionStore decisions;
    private final Rights rights;

    Superseding(ActivityStore activities, DecisionStore decisions, Rights rights) {
        this.activities = activities;
        this.decisions = decisions;
        this.rights = rights;
    }

    /**
     * Locks the records that drafts correct.
     *
     * @param refused takes the drafts that may not correct what they name
     * @return the locked records by the draft that corrects them
     */
    Map<Draft, Stored> claim(Collection<Draft> drafts, Map<UUID, Problem> refused) {
        var claimed = new LinkedHashMap<Draft, Stored>();
        byCommunity(drafts).forEach((community, corrections) -> {
            var old = activities.lock(
                    community, corrections.stream().map(Superseding::corrected).toList());
            var taken = new HashSet<UUID>();
            for (var draft : corrections) {
                var stored = old.get(corrected(draft));
                var problem = problem(draft.actor(), stored, !taken.add(corrected(draft)));
                if (stored == null || problem != null) {
                    refused.put(draft.id(), problem == null ? unknown() : problem);
                } else {
                    claimed.put(draft, stored);
                }
            }
        });
        return claimed;
    }

    /**
     * Reverses the records whose corrections were written.
     *
     * @return the events to be published
     */
    List<Object> reverse(Map<Draft, Stored> corrected, DailyTotals.Change change) {
        if (corrected.isEmpty()) {
            return List.of();
        }
        var events = new ArrayList<Object>();
        var old = corrected.values().stream().map(Stored::activity).toList();
        change.discounting(old);
        old.stream().collect(Collectors.groupingBy(Activity::community)).forEach(this::move);
        events.add(new ActivitiesReversed(
                old.stream()
                        .map(activity -> Moved.to(activity, ActivityState.REVERSED))
                        .toList(),
                REASON));
        corrected.forEach((draft, stored) -> {
            var activity = stored.activity();
            decisions.add(activity.community(), List.of(activity.id()), decision(draft));
            events.add(new Audited(
                    draft.actor(),
                    "activity.supersede",
                    activity.id().toString(),
                    activity.place(),
                    draft.id().toString()));
        });
        return events;
    }

    private void move(CommunityId community, List<Activity> old) {
        activities.move(community, old.stream().map(Activity::id).toList(), ActivityState.REVERSED, null);
    }

    private static Decision decision(Draft draft) {
        return new Decision(
                Decision.Verdict.SUPERSEDED,
                draft.id().toString(),
                draft.activity().recordedBy(),
                draft.activity().recordedAt());
    }

    private @Nullable Problem problem(Actor actor, @Nullable Stored stored, boolean taken) {
        if (stored == null) {
            return unknown();
        }
        var old = stored.activity();
        if (taken || !Moved.counts(old.state())) {
            return Problem.of(
                    "supersedes-closed", Problem.Kind.CONFLICT, old.id().toString());
        }
        var own = old.recordedBy().equals(actor.accountId()) && stored.verifiedBy() != VerifiedBy.REVIEW;
        return own || actor.may(ActivityPermissions.VERIFY, rights.whereNow(old))
                ? null
                : Problem.of(
                        "supersedes-forbidden", Problem.Kind.FORBIDDEN, old.id().toString());
    }

    private static Problem unknown() {
        return Problem.ofField("supersedes", "supersedes-unknown");
    }

    private static UUID corrected(Draft draft) {
        return java.util.Objects.requireNonNull(draft.activity().supersedes());
    }

    private static Map<CommunityId, List<Draft>> byCommunity(Collection<Draft> drafts) {
        return drafts.stream()
                .filter(draft -> draft.activity().supersedes() != null)
                .collect(Collectors.groupingBy(
                        draft -> draft.activity().community(), TreeMap::new, Collectors.toList()));
    }
}

package org.zhuxi.activity.internal;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.ActivitiesVerified;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.activity.ActivityRefused;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.activity.Decision;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Refused;

/** What people decide about a record; each inside the caller's transaction. */
@Component
public class Decisions {

    private static final int LONGEST_REASON = 500;

    private final ActivityStore activities;
    private final DecisionStore decisions;
    private final DailyTotals totals;
    private final Rights rights;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Decisions(
            ActivityStore activities,
            DecisionStore decisions,
            DailyTotals totals,
            Rights rights,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.decisions = decisions;
        this.totals = totals;
        this.rights = rights;
        this.events = events;
        this.clock = clock;
    }

    /** Decides on a record that waits. */
    public Activity verify(Actor actor, UUID id, boolean accepted, String reason) {
        var words = accepted ? checked(reason) : needed(reason);
        var old = lock(actor, id, ActivityState.RECORDED);
        if (old.recordedBy().equals(actor.accountId())) {
            throw new ActivityRefused.RecorderIsVerifier();
        }
        return accepted
                ? decide(actor, old, Decision.Verdict.VERIFIED, words)
                : decide(actor, old, Decision.Verdict.REJECTED, words);
    }

    /** Takes back a verified record. */
    public Activity reverse(Actor actor, UUID id, String reason) {
        var words = needed(reason);
        return decide(actor, lock(actor, id, ActivityState.VERIFIED), Decision.Verdict.REVERSED, words);
    }

    /** Makes those of the records that still count cease to, all in a few statements. */
    public List<Activity> withdraw(CommunityId community, List<UUID> ids, UUID by, String reason) {
        var words = needed(reason);
        var counting = activities.lock(community, ids).values().stream()
                .map(Stored::activity)
                .filter(activity -> Moved.counts(activity.state()))
                .sorted(Comparator.comparing(Activity::id))
                .toList();
        var withdrawn = new ArrayList<Activity>(counting.size());
        withdrawn.addAll(withdraw(community, counting, ActivityState.VERIFIED, Decision.Verdict.REVERSED, by, words));
        withdrawn.addAll(withdraw(community, counting, ActivityState.RECORDED, Decision.Verdict.REJECTED, by, words));
        if (!withdrawn.isEmpty()) {
            totals.apply(new DailyTotals.Change().discounting(counting).counting(withdrawn));
            events.publishEvent(new ActivitiesReversed(withdrawn, words));
        }
        return withdrawn;
    }

    private List<Activity> withdraw(
            CommunityId community,
            List<Activity> counting,
            ActivityState state,
            Decision.Verdict verdict,
            UUID by,
            String reason) {
        var those =
                counting.stream().filter(activity -> activity.state() == state).toList();
        if (those.isEmpty()) {
            return those;
        }
        var ids = those.stream().map(Activity::id).toList();
        activities.move(community, ids, stateAfter(verdict), null);
        decisions.add(
                community,
                ids,
                new Decision(verdict, reason, by, clock.instant().truncatedTo(ChronoUnit.MICROS)));
        return those.stream()
                .map(activity -> Moved.to(activity, stateAfter(verdict)))
                .toList();
    }

    private Activity lock(Actor actor, UUID id, ActivityState needed) {
        var found =
                activities.find(id).orElseThrow(() -> new Refused.NotFound(id)).activity();
        actor.require(ActivityPermissions.VERIFY, rights.whereNow(found));
        var locked = activities.lock(found.community(), List.of(id)).get(id);
        var activity = java.util.Objects.requireNonNull(locked).activity();
        if (activity.state() != needed) {
            throw new ActivityRefused.WrongState(id, activity.state());
        }
        return activity;
    }

    private Activity decide(Actor actor, Activity old, Decision.Verdict verdict, String reason) {
        var decided = Moved.to(old, stateAfter(verdict));
        var at = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var ids = List.of(old.id());
        activities.move(old.community(), ids, decided.state(), verifierAfter(verdict));
        decisions.add(old.community(), ids, new Decision(verdict, reason, actor.account(), at));
        totals.apply(new DailyTotals.Change().discounting(List.of(old)).counting(List.of(decided)));
        events.publishEvent(
                verdict == Decision.Verdict.VERIFIED
                        ? new ActivitiesVerified(List.of(decided))
                        : new ActivitiesReversed(List.of(decided), reason));
        var action = "activity." + verdict.name().toLowerCase(java.util.Locale.ROOT);
        events.publishEvent(new Audited(actor, action, old.id().toString(), old.place(), reason));
        return decided;
    }

    private static ActivityState stateAfter(Decision.Verdict verdict) {
        return switch (verdict) {
            case VERIFIED -> ActivityState.VERIFIED;
            case REJECTED -> ActivityState.REJECTED;
            case REVERSED, SUPERSEDED -> ActivityState.REVERSED;
        };
    }

    private static @Nullable VerifiedBy verifierAfter(Decision.Verdict verdict) {
        return verdict == Decision.Verdict.VERIFIED ? VerifiedBy.REVIEW : null;
    }

    private static String needed(String reason) {
        if (reason.isBlank()) {
            throw new ActivityRefused.ReasonMissing();
        }
        return checked(reason);
    }

    private static String checked(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw new ActivityRefused.ReasonTooLong(LONGEST_REASON);
        }
        if (reason.indexOf('\0') >= 0) {
            throw new ActivityRefused.Unreadable("reason");
        }
        return reason.strip();
    }
}

package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.ActivitiesRecorded;
import org.zhuxi.activity.ActivitiesReversed;
import org.zhuxi.activity.ActivitiesVerified;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.RewardRule;
import org.zhuxi.points.RewardRule.Trigger;
import org.zhuxi.points.Verdict;

/** Turns records into postings, inside the transaction that keeps, verifies or takes back the records. */
@Component
class Rewarding {

    private final RuleBook rules;
    private final LedgerBatch ledger;
    private final EarnedPoints earned;
    private final RewardIds ids;
    private final Withholding withholding;
    private final Communities communities;
    private final Clock clock;

    Rewarding(
            RuleBook rules,
            LedgerBatch ledger,
            EarnedPoints earned,
            RewardIds ids,
            Withholding withholding,
            Communities communities,
            Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.earned = earned;
        this.ids = ids;
        this.withholding = withholding;
        this.communities = communities;
        this.clock = clock;
    }

    @EventListener
    void on(ActivitiesRecorded recorded) {
        var orders = recorded.fresh().stream()
                .flatMap(activity -> rewards(
                        activity,
                        rule -> rule.trigger() == Trigger.RECORDED || activity.state() == ActivityState.VERIFIED,
                        true))
                .toList();
        tell(orders, ledger.post(List.copyOf(orders)), recorded);
        recorded.repeated().stream()
                .collect(Collectors.groupingBy(Activity::community))
                .forEach(
                        (community, repeated) -> recorded.points().putAll(earned.of(community, postingsFor(repeated))));
    }

    @EventListener
    void on(ActivitiesVerified verified) {
        ledger.post(verified.activities().stream()
                .flatMap(activity -> rewards(activity, rule -> rule.trigger() == Trigger.VERIFIED, false))
                .<Order>map(order -> order)
                .toList());
    }

    @EventListener
    void on(ActivitiesReversed reversed) {
        // what is withheld of a record comes back first, so that its reversal finds it
        var orders = new ArrayList<Order>(withholding.settle(reversed.activities()));
        reversed.activities().stream()
                .filter(activity -> activity.household() != null)
                .flatMap(activity -> reversals(activity, reversed.reason()))
                .forEach(orders::add);
        ledger.post(orders);
    }

    private Stream<Order.Award> rewards(Activity activity, Predicate<RewardRule> triggered, boolean fresh) {
        if (activity.household() == null) {
            return Stream.empty();
        }
        return rules.inForce(activity.kind(), activity.localDate()).stream()
                .filter(triggered)
                .filter(rule -> rule.pointsFor(activity) > 0)
                .map(rule -> reward(activity, rule, fresh));
    }

    private Order.Award reward(Activity activity, RewardRule rule, boolean fresh) {
        var today = LocalDate.now(clock.withZone(communities.zoneOf(activity.community())));
        var use = new Order.RuleUse(rule.number(), rule.version(), rule.dailyCap());
        return new Order.Award(
                rule.postingFor(activity.id()),
                household(activity),
                PostingKind.REWARD,
                rule.pointsFor(activity),
                new Order.Terms(activity.localDate(), rule.lastValidDay(today), use, fresh),
                new Order.Cause(activity.id(), null, null));
    }

    /** A rule that never gave anything for the record has nothing to take back, and says so. */
    private Stream<Order> reversals(Activity activity, String reason) {
        return rules.everFor(activity.kind())
                .map(rule -> new Order.Reverse(
                        RewardIds.reversal(activity.id(), rule),
                        household(activity),
                        rule.postingFor(activity.id()),
                        new Order.Cause(activity.id(), null, reason)));
    }

    private static void tell(List<Order.Award> orders, List<Verdict> verdicts, ActivitiesRecorded recorded) {
        for (var i = 0; i < orders.size(); i++) {
            var verdict = verdicts.get(i);
            var activity = orders.get(i).cause().activity();
            if (activity != null && verdict.isPosted()) {
                recorded.points().merge(activity, verdict.points(), Math::addExact);
            }
        }
    }

    private List<UUID> postingsFor(List<Activity> activities) {
        var postings = new ArrayList<UUID>();
        for (var activity : activities) {
            ids.rewards(activity.id(), activity.kind()).forEach(postings::add);
        }
        return postings;
    }

    private static HouseholdRef household(Activity activity) {
        return new HouseholdRef(activity.community(), Objects.requireNonNull(activity.household()));
    }
}

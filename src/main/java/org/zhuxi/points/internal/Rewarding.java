package org.zhuxi.points.internal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
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
import org.zhuxi.points.Campaign;
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
    private final Bonuses bonuses;
    private final Communities communities;
    private final Clock clock;

    Rewarding(
            RuleBook rules,
            LedgerBatch ledger,
            EarnedPoints earned,
            RewardIds ids,
            Withholding withholding,
            Bonuses bonuses,
            Communities communities,
            Clock clock) {
        this.rules = rules;
        this.ledger = ledger;
        this.earned = earned;
        this.ids = ids;
        this.withholding = withholding;
        this.bonuses = bonuses;
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
        var verdicts = ledger.post(List.copyOf(orders));
        tell(orders, verdicts, recorded);
        bonuses.add(recorded.fresh(), orders, verdicts)
                .forEach((id, points) -> recorded.points().merge(id, points, Math::addExact));
        recorded.repeated().stream()
                .collect(Collectors.groupingBy(Activity::community))
                .forEach(
                        (community, repeated) -> recorded.points().putAll(earned.of(community, postingsFor(repeated))));
    }

    @EventListener
    void on(ActivitiesVerified verified) {
        var orders = verified.activities().stream()
                .flatMap(activity -> rewards(activity, rule -> rule.trigger() == Trigger.VERIFIED, false))
                .toList();
        bonuses.add(verified.activities(), orders, ledger.post(List.copyOf(orders)));
    }

    @EventListener
    void on(ActivitiesReversed reversed) {
        // what is withheld of a record comes back first, so that its reversal finds it
        var orders = new ArrayList<Order>(withholding.settle(reversed.activities()));
        var bonusesTaken = new HashMap<Order, Campaign>();
        reversed.activities().stream()
                .filter(activity -> activity.household() != null)
                .collect(Collectors.groupingBy(Activity::community, TreeMap::new, Collectors.toList()))
                .forEach((community, activities) -> {
                    var given = ids.in(community);
                    for (var activity : activities) {
                        given.targets(activity.id(), activity.kind()).forEach(target -> {
                            var order = reversal(activity, target, reversed.reason());
                            orders.add(order);
                            if (target.campaign() != null) {
                                bonusesTaken.put(order, target.campaign());
                            }
                        });
                    }
                });
        bonuses.giveBack(orders, ledger.post(orders), bonusesTaken);
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

    /** What never gave anything for the record has nothing to take back, and says so. */
    private static Order reversal(Activity activity, RewardIds.Target target, String reason) {
        var cause = new Order.Cause(activity.id(), null, reason);
        return new Order.Reverse(target.reversal(), household(activity), target.reward(), cause);
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
            ids.recently(activity.community())
                    .rewards(activity.id(), activity.kind())
                    .forEach(postings::add);
        }
        return postings;
    }

    private static HouseholdRef household(Activity activity) {
        return new HouseholdRef(activity.community(), Objects.requireNonNull(activity.household()));
    }
}

package org.zhuxi.points.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.points.Campaign;
import org.zhuxi.points.PostingKind;
import org.zhuxi.points.Verdict;

/**
 * Adds what campaigns give to rewards that have just been posted, in the same transaction. The rows of the campaigns are
 * locked after the accounts, and afterwards only accounts that are locked already are touched.
 */
@Component
class Bonuses {

    private final CampaignBook book;
    private final CampaignStore store;
    private final LedgerBatch ledger;
    private final Clock clock;

    Bonuses(CampaignBook book, CampaignStore store, LedgerBatch ledger, Clock clock) {
        this.book = book;
        this.store = store;
        this.ledger = ledger;
        this.clock = clock;
    }

    private record Wish(Campaign campaign, Order.Award award, long points) {}

    /** Answers how many points each record got on top. */
    Map<UUID, Long> add(Collection<Activity> activities, List<Order.Award> rewards, List<Verdict> verdicts) {
        var added = new HashMap<UUID, Long>();
        wishes(activities, rewards, verdicts)
                .forEach((community, wishes) ->
                        give(community, wishes).forEach((id, n) -> added.merge(id, n, Math::addExact)));
        return added;
    }

    private TreeMap<CommunityId, List<Wish>> wishes(
            Collection<Activity> activities, List<Order.Award> rewards, List<Verdict> verdicts) {
        var wishes = new TreeMap<CommunityId, List<Wish>>();
        if (rewards.stream()
                .allMatch(reward -> book.of(reward.household().community()).isEmpty())) {
            return wishes;
        }
        var byId = activities.stream().collect(Collectors.toMap(Activity::id, Function.identity()));
        var earned = new LinkedHashMap<UUID, Long>();
        var last = new HashMap<UUID, Order.Award>();
        for (var i = 0; i < rewards.size(); i++) {
            var outcome = verdicts.get(i).outcome();
            var activity = rewards.get(i).cause().activity();
            if (activity != null && (outcome == Verdict.Outcome.POSTED || outcome == Verdict.Outcome.CAPPED)) {
                earned.merge(activity, verdicts.get(i).points(), Math::addExact);
                last.put(activity, rewards.get(i));
            }
        }
        earned.forEach((id, points) -> {
            var activity = byId.get(id);
            var reward = last.get(id);
            if (activity == null || reward == null || points == 0) {
                return;
            }
            for (var campaign : book.of(activity.community())) {
                if (campaign.endedAt() == null && campaign.covers(activity) && campaign.bonusFor(points) > 0) {
                    wishes.computeIfAbsent(activity.community(), key -> new ArrayList<>())
                            .add(new Wish(campaign, reward, campaign.bonusFor(points)));
                }
            }
        });
        return wishes;
    }

    private Map<UUID, Long> give(CommunityId community, List<Wish> wishes) {
        var left = store.lock(
                community,
                wishes.stream().map(wish -> wish.campaign().id()).distinct().toList());
        var orders = new ArrayList<Order>();
        var granted = new ArrayList<Wish>();
        for (var wish : wishes) {
            var points =
                    Math.min(wish.points(), left.getOrDefault(wish.campaign().id(), 0L));
            if (points > 0) {
                left.merge(wish.campaign().id(), -points, Math::addExact);
                orders.add(order(wish, points));
                granted.add(wish);
            }
        }
        return post(community, orders, granted);
    }

    private static Order.Award order(Wish wish, long points) {
        var reward = wish.award();
        var activity = java.util.Objects.requireNonNull(reward.cause().activity());
        var terms = reward.terms();
        return new Order.Award(
                wish.campaign().postingFor(activity),
                reward.household(),
                PostingKind.BONUS,
                points,
                new Order.Terms(terms.businessDay(), terms.expiresOn(), null, terms.isFresh()),
                new Order.Cause(activity, null, wish.campaign().name().zh()));
    }

    private Map<UUID, Long> post(CommunityId community, List<Order> orders, List<Wish> granted) {
        var added = new HashMap<UUID, Long>();
        var given = new TreeMap<UUID, CampaignStore.Given>();
        var verdicts = ledger.post(orders);
        for (var i = 0; i < verdicts.size(); i++) {
            if (verdicts.get(i).outcome() == Verdict.Outcome.POSTED) {
                var points = verdicts.get(i).points();
                var campaign = granted.get(i).campaign().id();
                given.merge(campaign, new CampaignStore.Given(campaign, points, 1), Bonuses::plus);
                added.merge(
                        java.util.Objects.requireNonNull(
                                granted.get(i).award().cause().activity()),
                        points,
                        Math::addExact);
            }
        }
        if (!given.isEmpty()) {
            store.give(community, List.copyOf(given.values()), clock.instant());
        }
        return added;
    }

    /**
     * Gives points that were taken back from households back to their budgets. A campaign that has ended stays ended.
     *
     * @param verdicts on the orders, in their order
     * @param taken the orders that take from what a campaign gave
     */
    void giveBack(List<Order> orders, List<Verdict> verdicts, Map<Order, Campaign> taken) {
        var given = new TreeMap<CommunityId, TreeMap<UUID, CampaignStore.Given>>();
        for (var i = 0; i < orders.size(); i++) {
            var campaign = taken.get(orders.get(i));
            if (campaign != null && verdicts.get(i).outcome() == Verdict.Outcome.POSTED) {
                var back =
                        new CampaignStore.Given(campaign.id(), -verdicts.get(i).points(), -1);
                given.computeIfAbsent(campaign.community(), key -> new TreeMap<>())
                        .merge(campaign.id(), back, Bonuses::plus);
            }
        }
        given.forEach((community, sums) -> store.give(community, List.copyOf(sums.values()), clock.instant()));
    }

    private static CampaignStore.Given plus(CampaignStore.Given one, CampaignStore.Given other) {
        return new CampaignStore.Given(
                one.campaign(), Math.addExact(one.points(), other.points()), one.awards() + other.awards());
    }
}

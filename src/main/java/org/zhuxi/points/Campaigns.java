package org.zhuxi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Slice;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.points.internal.CampaignBook;
import org.zhuxi.points.internal.CampaignStore;
import org.zhuxi.points.internal.RuleBook;

/** Campaigns that give extra points out of a budget (积分活动). A budget is never exceeded, and a spent one ends its campaign. */
@Service
public class Campaigns {

    private static final int MOST_DAYS = 366;

    private final CampaignStore store;
    private final CampaignBook book;
    private final RuleBook rules;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Campaigns(
            CampaignStore store,
            CampaignBook book,
            RuleBook rules,
            Places places,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.book = book;
        this.rules = rules;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * Plans a campaign. Sent again, it answers what there is.
     *
     * @throws PointsRefused.Unreadable when a field is not what it should be
     */
    @Transactional
    public Campaign plan(Actor actor, NewCampaign wish) {
        var place = places.findByCode(wish.place()).orElseThrow(() -> new Refused.NotFound(wish.place()));
        CommunityId community = place.community();
        if (community == null) {
            throw new PointsRefused.Unreadable("place", "points-campaign-place");
        }
        actor.require(PointsPermissions.CAMPAIGN, place.path());
        check(wish, today(community));
        var made = made(wish, place, community);
        if (!store.insert(made, actor.account(), clock.instant(), wish.origin())) {
            var there = get(wish.id());
            if (!there.community().equals(community)
                    || there.budgetPoints() != made.budgetPoints()
                    || !there.name().equals(made.name())) {
                throw new PointsRefused.KeyReused(wish.id());
            }
            return there;
        }
        book.forget();
        audit(actor, "points.campaign-planned", made, made.name().zh() + ", " + made.budgetPoints());
        return made;
    }

    private void check(NewCampaign wish, LocalDate today) {
        Words.require("name", wish.name().zh(), NewCampaign.LONGEST_NAME);
        Words.require("nameEn", wish.name().en(), NewCampaign.LONGEST_NAME);
        if (wish.kinds().isEmpty() || !kinds().containsAll(wish.kinds())) {
            throw new PointsRefused.Unreadable("kinds", "points-campaign-kinds");
        }
        var isPercent =
                wish.extraPercent() >= 1 && wish.extraPercent() <= NewCampaign.MOST_PERCENT && wish.flatPoints() == 0;
        var isFlat = wish.extraPercent() == 0 && wish.flatPoints() >= 1 && wish.flatPoints() <= NewCampaign.MOST_FLAT;
        if (!isPercent && !isFlat) {
            throw new PointsRefused.Unreadable(
                    "extra", "points-campaign-extra", NewCampaign.MOST_PERCENT, NewCampaign.MOST_FLAT);
        }
        if (wish.firstDay().isBefore(today)
                || wish.lastDay().isBefore(wish.firstDay())
                || ChronoUnit.DAYS.between(wish.firstDay(), wish.lastDay()) >= MOST_DAYS) {
            throw new PointsRefused.Unreadable("firstDay", "points-campaign-days", today.toString(), MOST_DAYS);
        }
        if (wish.budgetPoints() < 1 || wish.budgetPoints() > NewCampaign.MOST_BUDGET) {
            throw new PointsRefused.BadNumber("budgetPoints", NewCampaign.MOST_BUDGET);
        }
    }

    private static Campaign made(NewCampaign wish, Place place, CommunityId community) {
        return new Campaign(
                wish.id(),
                community,
                place.path(),
                wish.name(),
                wish.kinds().stream().sorted().toList(),
                wish.extraPercent(),
                wish.flatPoints(),
                wish.firstDay(),
                wish.lastDay(),
                wish.budgetPoints(),
                0,
                0,
                null,
                null,
                null);
    }

    /** Ends a campaign before its last day; what it gave stays given. One that has ended is answered as it is. */
    @Transactional
    public Campaign stop(Actor actor, UUID id, String note) {
        var campaign = get(id);
        actor.require(PointsPermissions.CAMPAIGN, campaign.place());
        Words.require("note", note, ManualPosting.LONGEST_NOTE);
        if (store.stop(campaign, note.strip(), clock.instant())) {
            book.forget();
            audit(actor, "points.campaign-stopped", campaign, note.strip());
        }
        return get(id);
    }

    /** Campaigns at or below a place, those that end last first, for those who may see the ledger's totals there. */
    @Transactional(readOnly = true)
    public Slice<Campaign> list(Actor actor, PlacePath at, int limit, @Nullable UUID after) {
        actor.require(PointsPermissions.OVERVIEW, at);
        var communities = at.equals(PlacePath.NATION)
                ? null
                : places.communitiesAt(at).stream()
                        .map(community -> community.id().value())
                        .toArray(Integer[]::new);
        return Slice.of(
                store.list(communities, limit + 1, after),
                limit,
                campaign -> campaign.id().toString());
    }

    /** The campaigns that give extra points today in a place, in those above it or in those below; for everybody. */
    @Transactional(readOnly = true)
    public List<Campaign> runningAt(PlacePath at) {
        return book.running().stream()
                .filter(campaign -> campaign.place().contains(at) || at.contains(campaign.place()))
                .filter(campaign -> campaign.state(today(campaign.community())) == Campaign.State.RUNNING)
                .toList();
    }

    /** A campaign; for everybody. */
    @Transactional(readOnly = true)
    public Campaign get(UUID id) {
        return store.find(id).orElseThrow(() -> new Refused.NotFound(id));
    }

    /** The kinds of records that a campaign can be about: those with a reward rule. */
    public List<String> kinds() {
        return rules.everMade()
                .map(RewardRule::activityKind)
                .distinct()
                .sorted()
                .collect(Collectors.toList());
    }

    private LocalDate today(CommunityId community) {
        return LocalDate.now(clock.withZone(places.getCommunity(community).zone()));
    }

    private void audit(Actor actor, String action, Campaign campaign, String detail) {
        events.publishEvent(new Audited(actor, action, campaign.id().toString(), campaign.place(), detail));
    }
}

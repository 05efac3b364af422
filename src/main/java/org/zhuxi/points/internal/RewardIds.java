package org.zhuxi.points.internal;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.Campaign;

/** The ids under which a record's points are found again without an index: they follow from the record and what gave them. */
@Component
class RewardIds {

    private final RuleBook rules;
    private final CampaignStore campaigns;
    private final CampaignBook book;

    RewardIds(RuleBook rules, CampaignStore campaigns, CampaignBook book) {
        this.rules = rules;
        this.campaigns = campaigns;
        this.book = book;
    }

    /** The ids by all campaigns there ever were in a community. */
    Given in(CommunityId community) {
        return new Given(rules, campaigns.of(community));
    }

    /** The ids by the campaigns of these weeks, without asking the database. */
    Given recently(CommunityId community) {
        return new Given(rules, book.of(community));
    }

    /** What may have given points in one community. */
    record Given(RuleBook rules, List<Campaign> campaigns) {

        /** All that may have rewarded a record of that kind. */
        Stream<Target> targets(UUID activity, String kind) {
            return Stream.concat(
                    rules.everFor(kind)
                            .map(rule -> new Target(
                                    rule.postingFor(activity), Ids.derived(activity, "reversal/" + rule.code()), null)),
                    campaigns.stream()
                            .filter(campaign -> campaign.kinds().contains(kind))
                            .map(campaign -> new Target(
                                    campaign.postingFor(activity),
                                    Ids.derived(activity, "reversal/bonus/" + campaign.id()),
                                    campaign)));
        }

        /** Ids of the postings by which a record of that kind would have been rewarded. */
        Stream<UUID> rewards(UUID activity, String kind) {
            return targets(activity, kind).map(Target::reward);
        }

        /** Ids of the postings that take these back. */
        Stream<UUID> reversals(UUID activity, String kind) {
            return targets(activity, kind).map(Target::reversal);
        }
    }

    /**
     * A posting that a record may have earned.
     *
     * @param reward its id
     * @param reversal id of the posting that takes it back when the record counts no more
     * @param campaign that gave it, or null when a rule did
     */
    record Target(UUID reward, UUID reversal, @Nullable Campaign campaign) {}
}

package org.zhuxi.points;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.points.internal.EarnedPoints;
import org.zhuxi.points.internal.Recount;
import org.zhuxi.points.internal.RuleBook;

/** What records are worth: the reward rules, and what single records have earned. */
@Service
public class Rewards {

    private final RuleBook rules;
    private final EarnedPoints earned;
    private final Recount recount;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Rewards(RuleBook rules, EarnedPoints earned, Recount recount, ApplicationEventPublisher events, Clock clock) {
        this.rules = rules;
        this.earned = earned;
        this.recount = recount;
        this.events = events;
        this.clock = clock;
    }

    /** All versions of all rules, by number and version. */
    public List<RewardRule> list() {
        return rules.all();
    }

    /** The rules that hold for records of a kind on a day. */
    public List<RewardRule> inForce(String activityKind, LocalDate day) {
        return rules.inForce(activityKind, day);
    }

    /** The first day on which a new version can begin: tomorrow, wherever the day begins last. */
    public LocalDate earliestStart() {
        return LocalDate.now(clock.withZone(ZoneOffset.ofHours(14))).plusDays(1);
    }

    /**
     * Adds a version to a rule; what was earned before its first day stays as it is.
     *
     * @throws PointsRefused when there is no such rule, the day has begun, or a number is below zero
     */
    @Transactional
    public RewardRule add(Actor actor, NewRuleVersion version) {
        actor.require(PointsPermissions.RULES, PlacePath.NATION);
        var latest = rules.latest(version.code()).orElseThrow(() -> new PointsRefused.UnknownRule(version.code()));
        check(version);
        var next = new RewardRule(
                latest.number(),
                latest.version() + 1,
                latest.code(),
                latest.activityKind(),
                latest.trigger(),
                latest.quantity(),
                version.perUnit(),
                version.fixed(),
                version.least(),
                latest.gradeFactors(),
                version.dailyCap(),
                latest.validityMonths(),
                version.validFrom(),
                null,
                latest.name());
        if (!rules.add(next, actor.accountId())) {
            throw new PointsRefused.KeyReused(next.code() + " v" + next.version());
        }
        events.publishEvent(
                new Audited(actor, "points.rule", next.code(), PlacePath.NATION, "version " + next.version()));
        return next;
    }

    private void check(NewRuleVersion version) {
        if (version.validFrom().isBefore(earliestStart())) {
            throw new PointsRefused.TooEarly(earliestStart());
        }
        if (version.perUnit().signum() < 0) {
            throw new PointsRefused.BadRate("perUnit");
        }
        if (version.fixed() < 0) {
            throw new PointsRefused.BadRate("fixed");
        }
        if (version.least() < 0) {
            throw new PointsRefused.BadRate("least");
        }
        if (version.dailyCap() != null && version.dailyCap() <= 0) {
            throw new PointsRefused.BadRate("dailyCap");
        }
    }

    /** What records have earned, without what was taken back; those that earned nothing are missing from the answer. */
    @Transactional(readOnly = true)
    public Map<UUID, Long> earnedBy(CommunityId community, Collection<UUID> activities) {
        return earned.of(
                community,
                activities.stream()
                        .flatMap(activity -> rules.everMade().map(rule -> rule.postingFor(activity)))
                        .toList());
    }

    /**
     * Reckons anew from the rules what records must have earned and compares it with the ledger.
     *
     * @param counting every record of the community that counts: not rejected, not reversed
     * @return what does not agree, by household, rule and day; nothing when all is right
     */
    @Transactional(readOnly = true)
    public List<Finding> recount(CommunityId community, Collection<Activity> counting) {
        return recount.of(community, counting);
    }
}

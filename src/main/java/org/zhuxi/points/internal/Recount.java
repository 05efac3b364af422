package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.points.Finding;
import org.zhuxi.points.RewardRule;

/**
 * Reckons from records and rules alone what households must have earned. In whatever order records came in, a household
 * gets by a rule on a day the sum of their points, at most the day's limit; unless something was taken back meanwhile,
 * when a record that the limit had cut is not topped up.
 */
@Component
public class Recount {

    private final JdbcClient database;
    private final RuleBook rules;

    Recount(JdbcClient database, RuleBook rules) {
        this.database = database;
        this.rules = rules;
    }

    private record Group(UUID household, int rule, LocalDate day) {}

    private record Posted(long points, boolean hasReversals) {}

    public List<Finding> of(CommunityId community, Collection<Activity> counting) {
        var expected = new HashMap<Group, Long>();
        counting.forEach(activity -> rules.inForce(activity.kind(), activity.localDate()).stream()
                .filter(rule -> activity.household() != null && hasFired(rule, activity))
                .forEach(rule -> add(rule, activity, expected)));
        var posted = posted(community);
        var findings = new ArrayList<Finding>();
        for (var group : groups(expected, posted)) {
            compare(
                    group,
                    expected.getOrDefault(group, 0L),
                    posted.getOrDefault(group, new Posted(0, false)),
                    findings);
        }
        return findings;
    }

    private static boolean hasFired(RewardRule rule, Activity activity) {
        return rule.trigger() == RewardRule.Trigger.RECORDED || activity.state() == ActivityState.VERIFIED;
    }

    private static void add(RewardRule rule, Activity activity, Map<Group, Long> expected) {
        var household = activity.household();
        var points = rule.pointsFor(activity);
        if (household != null && points > 0) {
            var most = rule.dailyCap() == null ? Long.MAX_VALUE : rule.dailyCap();
            expected.merge(
                    new Group(household, rule.number(), activity.localDate()),
                    Math.min(most, points),
                    (one, other) -> Math.min(most, Math.addExact(one, other)));
        }
    }

    private static Set<Group> groups(Map<Group, Long> expected, Map<Group, Posted> posted) {
        var groups = new HashSet<>(expected.keySet());
        groups.addAll(posted.keySet());
        return groups;
    }

    private static void compare(Group group, long expected, Posted posted, List<Finding> findings) {
        var agrees = posted.hasReversals() ? posted.points() <= expected : posted.points() == expected;
        if (!agrees) {
            findings.add(new Finding(
                    "recount",
                    group.household() + " rule " + group.rule() + " " + group.day(),
                    "expected " + expected + " posted " + posted.points()));
        }
    }

    private Map<Group, Posted> posted(CommunityId community) {
        var posted = new HashMap<Group, Posted>();
        database.sql("""
                        select case kind when 1 then credit else debit end as household, rule_number, business_day,
                               sum(case kind when 1 then points else -points end) as points,
                               bool_or(kind = 3) as has_reversals
                        from points.posting
                        where community_id = :community and rule_number is not null and kind in (1, 3)
                        group by 1, 2, 3
                        """).param("community", community.value()).query(row -> {
            posted.put(
                    new Group(
                            row.getObject("household", UUID.class),
                            row.getInt("rule_number"),
                            row.getObject("business_day", LocalDate.class)),
                    new Posted(row.getLong("points"), row.getBoolean("has_reversals")));
        });
        return posted;
    }
}

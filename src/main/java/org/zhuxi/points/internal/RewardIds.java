package org.zhuxi.points.internal;

import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Ids;
import org.zhuxi.points.RewardRule;

/** The ids under which a record's points are found again without an index: they follow from the record and the rule. */
@Component
class RewardIds {

    private final RuleBook rules;

    RewardIds(RuleBook rules) {
        this.rules = rules;
    }

    /** Ids of the postings by which the rules there ever were for that kind would have rewarded a record. */
    Stream<UUID> rewards(UUID activity, String kind) {
        return rules.everFor(kind).map(rule -> rule.postingFor(activity));
    }

    /** Ids of the postings that take these rewards back. */
    Stream<UUID> reversals(UUID activity, String kind) {
        return rules.everFor(kind).map(rule -> reversal(activity, rule));
    }

    static UUID reversal(UUID activity, RewardRule rule) {
        return Ids.derived(activity, "reversal/" + rule.code());
    }
}

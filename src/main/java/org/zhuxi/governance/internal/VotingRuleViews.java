package org.zhuxi.governance.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.governance.VotingRule;
import org.zhuxi.governance.VotingRules;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;

/** Voting rules as they are shown: with the name of the place that said so. */
@Component
public class VotingRuleViews {

    private final VotingRules rules;
    private final Places places;

    VotingRuleViews(VotingRules rules, Places places) {
        this.rules = rules;
        this.places = places;
    }

    /**
     * A rule that holds in a place.
     *
     * @param from who said so, or null where nobody did
     * @param isOwn whether it was said for this very place
     */
    public record Shown(VotingRule rule, @Nullable Names from, boolean isOwn) {}

    List<Shown> of(Place at) {
        return rules.list(at.path()).stream()
                .map(rule -> {
                    var isSaid = !rule.equals(VotingRule.usual(rule.kind()));
                    return new Shown(
                            rule,
                            isSaid
                                    ? places.findByPath(rule.place())
                                            .map(Place::name)
                                            .orElse(null)
                                    : null,
                            isSaid && rule.place().equals(at.path()));
                })
                .toList();
    }
}

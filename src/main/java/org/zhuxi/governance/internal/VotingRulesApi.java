package org.zhuxi.governance.internal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.zhuxi.governance.DecisionKind;
import org.zhuxi.governance.VotingRule;
import org.zhuxi.governance.VotingRules;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Typed;
import org.zhuxi.place.WorkPlaces;

/** What places recognise of each kind of decision; open to everybody, said by offices. */
@RestController
@RequestMapping("/api/v1/places/{place}/voting-rules")
class VotingRulesApi {

    private final VotingRules rules;
    private final VotingRuleViews views;
    private final WorkPlaces places;

    VotingRulesApi(VotingRules rules, VotingRuleViews views, WorkPlaces places) {
        this.rules = rules;
        this.views = views;
        this.places = places;
    }

    /**
     * A rule that holds in a place.
     *
     * @param path of the place that said so; the nation's where nobody did
     * @param from its name, or null where nobody did
     */
    record Item(
            DecisionKind kind,
            boolean isRecognised,
            String channel,
            int noticeDays,
            int leastDays,
            int mostDays,
            String source,
            String path,
            @Nullable Names from) {

        static Item of(VotingRuleViews.Shown shown) {
            var rule = shown.rule();
            return new Item(
                    rule.kind(),
                    rule.isRecognised(),
                    rule.channel(),
                    rule.noticeDays(),
                    rule.leastDays(),
                    rule.mostDays(),
                    rule.source(),
                    rule.place().value(),
                    shown.from());
        }
    }

    record Said(
            @Nullable Boolean isRecognised,
            @Nullable String channel,
            @Nullable Integer noticeDays,
            @Nullable Integer leastDays,
            @Nullable Integer mostDays,
            @Nullable String source) {}

    @GetMapping
    List<Item> list(@PathVariable String place) {
        return views.of(places.open(place)).stream().map(Item::of).toList();
    }

    @PutMapping("/{kind}")
    List<Item> set(Actor actor, @PathVariable String place, @PathVariable DecisionKind kind, @RequestBody Said body) {
        rules.set(
                actor,
                new VotingRule(
                        places.open(place).path(),
                        kind,
                        Typed.required("isRecognised", body.isRecognised()),
                        Typed.text(body.channel()),
                        Typed.required("noticeDays", body.noticeDays()),
                        Typed.required("leastDays", body.leastDays()),
                        Typed.required("mostDays", body.mostDays()),
                        Typed.text(body.source())));
        return list(place);
    }

    @DeleteMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable String place, @PathVariable DecisionKind kind) {
        rules.withdraw(actor, places.open(place).path(), kind);
    }
}

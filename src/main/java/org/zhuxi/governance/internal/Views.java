package org.zhuxi.governance.internal;

import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import org.zhuxi.governance.Ballots;
import org.zhuxi.governance.Counts;
import org.zhuxi.governance.Decision;
import org.zhuxi.governance.DecisionPhase;
import org.zhuxi.governance.Decisions;
import org.zhuxi.governance.Ideas;
import org.zhuxi.governance.Observers;
import org.zhuxi.governance.Venues;
import org.zhuxi.governance.VotingRules;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.Place;
import org.zhuxi.place.Places;
import org.zhuxi.platform.web.Wrong;

/** What pages show of ideas and decisions. */
@Component
public class Views {

    private final Ideas ideas;
    private final Decisions decisions;
    private final VotingRules rules;
    private final Counts counts;
    private final Observers observers;
    private final Venues venues;
    private final BallotFiles files;
    private final Places places;
    private final Desk desk;

    Views(
            Ideas ideas,
            Decisions decisions,
            VotingRules rules,
            Counts counts,
            Observers observers,
            Venues venues,
            BallotFiles files,
            Places places,
            Desk desk) {
        this.ideas = ideas;
        this.decisions = decisions;
        this.rules = rules;
        this.counts = counts;
        this.observers = observers;
        this.venues = venues;
        this.files = files;
        this.places = places;
        this.desk = desk;
    }

    /** The name of a place, or its code when it is no longer there. */
    public Names place(PlacePath path) {
        return places.findByPath(path).map(Place::name).orElse(new Names(path.value(), path.value()));
    }

    public DecisionPhase phase(Decision decision) {
        return decision.phase(desk.now());
    }

    /** Square metres with two decimals. */
    public static String squareMetres(org.zhuxi.platform.web.Page page, long areaCentiM2) {
        return page.number(java.math.BigDecimal.valueOf(areaCentiM2, 2), 2);
    }

    /** Yuan with two decimals. */
    public static String yuan(org.zhuxi.platform.web.Page page, long fen) {
        return page.number(java.math.BigDecimal.valueOf(fen, 2), 2);
    }

    /** A coefficient, in thousandths, with three decimals. */
    public static String thousandths(org.zhuxi.platform.web.Page page, long milli) {
        return page.number(java.math.BigDecimal.valueOf(milli, 3), 3);
    }

    /** A share in per cent with two decimals, for reading only: the count itself compares whole numbers. */
    public static String percent(org.zhuxi.platform.web.Page page, long part, long whole) {
        return whole == 0
                ? "–"
                : page.number(
                        java.math.BigDecimal.valueOf(part)
                                .movePointRight(2)
                                .divide(java.math.BigDecimal.valueOf(whole), 2, java.math.RoundingMode.DOWN),
                        2);
    }

    ModelAndView idea(Actor actor, UUID id) {
        var story = ideas.story(id);
        return new ModelAndView("governance/idea")
                .addObject("story", story)
                .addObject("venues", venues.of(story.idea().community()))
                .addObject("place", place(story.idea().path()))
                .addObject(
                        "belongs",
                        actor.isSignedIn()
                                && desk.belongs(
                                        actor,
                                        story.idea().community(),
                                        story.idea().path()))
                .addObject("supports", ideas.supports(actor, story.idea()))
                .addObject("wrong", Wrong.nothing())
                .addObject("words", "");
    }

    ModelAndView decision(Actor actor, UUID id) {
        var decision = decisions.published(id);
        return filled(new ModelAndView("governance/decision"), decision)
                .addObject("own", decisions.own(actor, decision))
                .addObject("observers", observers.list(decision))
                .addObject("receipt", "")
                .addObject("wrong", Wrong.nothing());
    }

    /** Adds what every page of a decision shows. */
    ModelAndView filled(ModelAndView page, Decision decision) {
        var result = counts.find(decision);
        return page.addObject("decision", decision)
                .addObject("place", place(decision.path()))
                .addObject("phase", phase(decision))
                .addObject("rule", rules.of(decision))
                .addObject("turnout", decisions.turnout(decision))
                .addObject("result", result.orElse(null))
                .addObject(
                        "outcome", result.map(it -> files.outcome(it.outcome())).orElse(null))
                .addObject("state", (Ballots.ReceiptState) null);
    }

    /** A name for a person's own place: the community he lives in, or where he works. */
    String homeOf(Actor actor) {
        return actor.households().stream()
                .map(it -> places.getCommunity(it.community()).code())
                .findFirst()
                .or(() -> actor.grants().stream()
                        .map(grant -> places.findByPath(grant.place())
                                .map(Place::code)
                                .orElse(""))
                        .filter(Objects::nonNull)
                        .findFirst())
                .orElse("");
    }
}

package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Community;
import org.zhuxi.place.Places;
import org.zhuxi.waste.WasteClass;
import org.zhuxi.waste.internal.chain.BalanceStore;

/** What was dropped, collected and treated in a month, why the three differ, and what nobody can explain. */
@Service
public class Balances {

    private static final int WORDS = 200;
    private static final BigDecimal MOST_KG = BigDecimal.valueOf(1_000_000);

    private final BalanceStore store;
    private final ChainRules rules;
    private final Places places;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Balances(BalanceStore store, ChainRules rules, Places places, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.places = places;
        this.events = events;
        this.clock = clock;
    }

    /**
     * A difference as somebody explains it.
     *
     * @param id made by the client; sent again it counts once
     * @param kg see {@link Explanation#kg}
     */
    public record NewExplanation(
            UUID id, YearMonth month, WasteClass wasteClass, String reason, BigDecimal kg, String note) {}

    /** The balance of a community's month, for those who may read the chain there. */
    @Transactional(readOnly = true)
    public MonthBalance read(Actor actor, PlacePath community, YearMonth month) {
        actor.require(ChainPermissions.READ, community);
        return balance(communityAt(community), month);
    }

    /** The same for everybody: masses and remainders of the community, nothing about households. */
    @Transactional(readOnly = true)
    public MonthBalance published(PlacePath community, YearMonth month) {
        return balance(communityAt(community), month);
    }

    /** Where a community's waste of a period was treated, verified kg by facility code and class. */
    @Transactional(readOnly = true)
    public Map<String, Map<WasteClass, BigDecimal>> destinations(PlacePath place, Period period) {
        return store.destinations(places.communitiesAt(place), period);
    }

    /**
     * Explains a part of a difference of a month that is open.
     *
     * @return whether it had been said before under this id
     */
    @Transactional
    public boolean explain(Actor actor, PlacePath place, NewExplanation said) {
        actor.require(ChainPermissions.EXPLAIN, place);
        var community = communityAt(place);
        var reason = rules.findReason(said.reason())
                .orElseThrow(() -> new ChainRefused.Unreadable("reason", "reason-unknown", said.reason()));
        if (said.kg().signum() == 0
                || said.kg().abs().compareTo(MOST_KG) > 0
                || said.kg().scale() > 6) {
            throw new ChainRefused.Unreadable("kg", "explained-kg");
        }
        var explanation = new Explanation(
                said.id(),
                said.wasteClass(),
                reason.leg(),
                reason.code(),
                said.kg(),
                Words.atMost("note", said.note(), WORDS),
                null,
                false,
                actor.account(),
                clock.instant());
        return add(actor, community, said.month(), explanation, "balance.explained");
    }

    /** Takes an explanation of an open month back by a counter-entry. */
    @Transactional
    public void takeBack(Actor actor, PlacePath place, YearMonth month, UUID id) {
        actor.require(ChainPermissions.EXPLAIN, place);
        var community = communityAt(place);
        lockOpen(community, month);
        var old = store.explanations(community.id(), month).stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(id));
        if (!old.holds()) {
            throw new ChainRefused.TakenBack();
        }
        var counter = new Explanation(
                Ids.derived(id, "taken back"),
                old.wasteClass(),
                old.leg(),
                old.reason(),
                old.kg().negate(),
                "",
                id,
                false,
                actor.account(),
                clock.instant());
        add(actor, community, month, counter, "balance.taken-back");
    }

    private boolean add(Actor actor, Community community, YearMonth month, Explanation explanation, String action) {
        lockOpen(community, month);
        if (store.explain(community.id(), month, explanation)) {
            var detail = month + " " + explanation.wasteClass().code() + " " + explanation.reason() + " "
                    + explanation.kg().toPlainString() + " kg";
            events.publishEvent(new Audited(actor, action, explanation.id().toString(), community.path(), detail));
            return false;
        }
        var same = store.explanations(community.id(), month).stream()
                .anyMatch(it -> it.id().equals(explanation.id())
                        && it.wasteClass() == explanation.wasteClass()
                        && it.reason().equals(explanation.reason())
                        && it.kg().compareTo(explanation.kg()) == 0);
        if (!same) {
            throw new ChainRefused.Conflict(explanation.id());
        }
        return true;
    }

    /** Closes a month that is over, by somebody who recorded and explained nothing of it; its numbers are kept. */
    @Transactional
    public BalanceClosing close(Actor actor, PlacePath place, YearMonth month, String note) {
        actor.require(ChainPermissions.CLOSE, place);
        var community = communityAt(place);
        var today = clock.instant().atZone(community.zone()).toLocalDate();
        if (!month.isBefore(YearMonth.from(today))) {
            throw new ChainRefused.MonthNotOver(month);
        }
        lockOpen(community, month);
        if (store.tookPart(community.id(), month, actor.account())) {
            throw new ChainRefused.OwnMonth(month);
        }
        var closing = new BalanceClosing(
                Ids.next(), Words.atMost("note", note, WORDS), actor.account(), clock.instant(), Map.of());
        store.close(community.id(), month, closing, balance(community, month).lines());
        events.publishEvent(new Audited(actor, "balance.closed", month.toString(), community.path(), closing.note()));
        return closing;
    }

    /** Opens a closed month again; what had been kept stays on file. */
    @Transactional
    public void reopen(Actor actor, PlacePath place, YearMonth month, String reason) {
        actor.require(ChainPermissions.CLOSE, place);
        var community = communityAt(place);
        store.lock(community.id(), month);
        if (store.closing(community.id(), month).isEmpty()) {
            throw new ChainRefused.MonthOpen(month);
        }
        var words = Words.require("reason", reason, WORDS);
        store.reopen(community.id(), month, words, actor.account(), clock.instant());
        events.publishEvent(new Audited(actor, "balance.reopened", month.toString(), community.path(), words));
    }

    private void lockOpen(Community community, YearMonth month) {
        store.lock(community.id(), month);
        if (store.closing(community.id(), month).isPresent()) {
            throw new ChainRefused.MonthClosed(month);
        }
    }

    private MonthBalance balance(Community community, YearMonth month) {
        var sums = store.sums(community.id(), month).stream()
                .collect(Collectors.toMap(
                        it -> it.stage() + "." + it.wasteClass(),
                        it -> new BalanceLine.Mass(it.verified(), it.provisional(), it.estimated(), it.records())));
        var explanations = store.explanations(community.id(), month);
        var lines = Arrays.stream(WasteClass.values())
                .map(it -> new BalanceLine(
                        it,
                        sums.getOrDefault("drop." + it.code(), BalanceLine.Mass.NONE),
                        sums.getOrDefault("collection." + it.code(), BalanceLine.Mass.NONE),
                        sums.getOrDefault("treatment." + it.code(), BalanceLine.Mass.NONE),
                        explained(explanations, it, Leg.COLLECTION),
                        explained(explanations, it, Leg.TREATMENT),
                        rules.balanceTolerancePercent()))
                .toList();
        var closing = store.closing(community.id(), month).orElse(null);
        return new MonthBalance(community, month, lines, explanations, closing);
    }

    private static BigDecimal explained(List<Explanation> explanations, WasteClass wasteClass, Leg leg) {
        return explanations.stream()
                .filter(it -> it.wasteClass() == wasteClass && it.leg() == leg)
                .map(Explanation::kg)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private Community communityAt(PlacePath path) {
        return places.communitiesAt(path).stream()
                .filter(it -> it.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new Refused.NotFound(path.value()));
    }
}

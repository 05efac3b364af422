package org.zhuxi.compost;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Origin;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/**
 * Compost that goes out, to a household with its card when there is one: then the household has a record, which earns points. The
 * handout itself names no household.
 */
@Service
public class HouseholdHandouts {

    /** The kind of record. */
    public static final String KIND = "compost.taken";

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final CompostBatches batches;
    private final CompostSites sites;
    private final Activities activities;
    private final Places places;
    private final TransactionOperations transactions;
    private final ApplicationEventPublisher events;

    HouseholdHandouts(
            CompostBatches batches,
            CompostSites sites,
            Activities activities,
            Places places,
            TransactionOperations transactions,
            ApplicationEventPublisher events) {
        this.batches = batches;
        this.sites = sites;
        this.activities = activities;
        this.places = places;
        this.transactions = transactions;
        this.events = events;
    }

    /** The id of the record of a handout. */
    public static UUID record(UUID handout) {
        return Ids.derived(handout, KIND);
    }

    /**
     * Hands compost out; the same again changes nothing. Not inside a transaction.
     *
     * @param card of the household that takes it, or its door plate; empty when nobody asks for points
     * @throws CompostRefused.Unreadable when the card is unknown here, or somebody else than a resident takes it
     * @throws CompostRefused.NotRecorded when the household's record would be refused; nothing is handed out then
     */
    public void give(Actor actor, Handout handout, String card, Origin origin) {
        if (card.isBlank()) {
            batches.handOut(actor, handout, origin);
            return;
        }
        if (handout.recipient() != Handout.Recipient.RESIDENT) {
            throw new CompostRefused.Unreadable("card", "compost-card-resident");
        }
        var site = sites.get(batches.get(handout.batch()).site().id());
        var household = household(actor, site, card);
        var taken = List.of(new Submission(
                record(handout.id()),
                KIND,
                site.place(),
                household.ref().id(),
                null,
                handout.day().atStartOfDay(ZONE).toInstant(),
                Map.of("mass", new Measured(handout.massKg(), "kg")),
                null,
                null,
                List.of(),
                null));
        requireKept(activities.foresee(actor, taken).getFirst());
        batches.handOut(actor, handout, origin);
        requireKept(activities.record(actor, taken).getFirst());
    }

    private Household household(Actor actor, CompostSite site, String card) {
        var path = sites.pathOf(site.ref());
        actor.require(CompostPermissions.LOG, path);
        var found = places.findHouseholdByCard(card)
                .filter(it -> it.ref().community().equals(site.ref().community()))
                .orElseThrow(() -> new CompostRefused.Unreadable("card", "compost-card-unknown"));
        transactions.executeWithoutResult(
                status -> events.publishEvent(Audited.look(actor, found.ref().id(), found.path(), "card")));
        return found;
    }

    private static void requireKept(Outcome outcome) {
        var problem = outcome.problem();
        if (problem != null) {
            throw new CompostRefused.NotRecorded(problem);
        }
    }

    /** Takes a handout back that did not happen so, and with it the household's record and its points. */
    public void takeBack(Actor actor, UUID batch, UUID handout, String reason) {
        transactions.executeWithoutResult(status -> {
            batches.takeBackHandout(actor, batch, handout, reason);
            var community = batches.get(batch).site().community();
            activities.withdraw(community, List.of(record(handout)), actor.account(), reason.strip());
        });
    }
}

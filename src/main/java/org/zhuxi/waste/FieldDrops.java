package org.zhuxi.waste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Refused;

/** Takes the drops of a shift from a phone that was offline; each has its own fate, and sent again it counts once. */
@Service
public class FieldDrops {

    /** Most drops of one batch. */
    public static final int MOST = 200;

    private final Activities activities;
    private final Stations stations;
    private final ScannedCards cards;
    private final DropSubmissions submissions;
    private final ApplicationEventPublisher events;
    private final TransactionOperations transactions;

    FieldDrops(
            Activities activities,
            Stations stations,
            ScannedCards cards,
            DropSubmissions submissions,
            ApplicationEventPublisher events,
            TransactionOperations transactions) {
        this.activities = activities;
        this.stations = stations;
        this.cards = cards;
        this.submissions = submissions;
        this.events = events;
        this.transactions = transactions;
    }

    /**
     * Records a batch; what is created is on disk when this returns. The outcomes stand in the order of the drops.
     *
     * @param account whoever recorded them on the phone
     * @throws WasteRefused.OtherAccount when somebody else is signed in now; nothing is recorded then
     */
    public List<Outcome> record(Actor actor, UUID account, List<FieldDrop> batch) {
        requireSelf(actor, account);
        return pass(actor, account, batch, activities::record);
    }

    /**
     * What would become of a batch if it were sent now; nothing is written. For whoever recorded it, and for those who manage
     * its stations.
     *
     * @throws WasteRefused.OtherAccount when the actor is neither
     */
    public List<Outcome> foresee(Actor actor, UUID account, List<FieldDrop> batch) {
        requireRescuer(actor, account, batch);
        return pass(actor, account, batch, activities::foresee);
    }

    /**
     * Takes a batch that a phone saved to a file, for the same people. The records name who brought them in; the same ids sent by
     * the phone later are known already. Audited.
     *
     * @throws WasteRefused.OtherAccount as above; nothing is recorded then
     */
    public List<Outcome> rescue(Actor actor, UUID account, List<FieldDrop> batch) {
        requireRescuer(actor, account, batch);
        var outcomes = pass(actor, account, batch, activities::record);
        var created = outcomes.stream()
                .filter(it -> it.status() == Outcome.Status.CREATED)
                .count();
        var place = batch.stream()
                .flatMap(drop -> stations.find(drop.station()).stream())
                .map(view -> view.station().site().path())
                .findFirst()
                .orElse(PlacePath.NATION);
        transactions.executeWithoutResult(status -> events.publishEvent(new Audited(
                actor, "drops.rescued", account.toString(), place, created + " of " + outcomes.size() + " created")));
        return outcomes;
    }

    private static void requireSelf(Actor actor, UUID account) {
        if (!actor.account().equals(account)) {
            throw new WasteRefused.OtherAccount();
        }
    }

    private void requireRescuer(Actor actor, UUID account, List<FieldDrop> batch) {
        var manages = batch.stream()
                .map(FieldDrop::station)
                .distinct()
                .flatMap(station -> stations.find(station).stream())
                .allMatch(view -> actor.may(
                        WastePermissions.MANAGE_STATIONS, view.station().site().path()));
        if (!manages) {
            requireSelf(actor, account);
        }
    }

    private interface Door {
        List<Outcome> pass(Actor actor, List<Submission> submissions);
    }

    private List<Outcome> pass(Actor actor, UUID account, List<FieldDrop> batch, Door door) {
        if (batch.size() > MOST) {
            throw new WasteRefused.Unreadable("drops", "field-too-many", batch.size(), MOST);
        }
        var views = new HashMap<UUID, Optional<StationView>>();
        var refused = new ArrayList<@Nullable Outcome>();
        var ready = new ArrayList<Submission>();
        for (var drop : batch) {
            try {
                ready.add(submission(actor, account, drop, views));
                refused.add(null);
            } catch (Refused why) {
                refused.add(new Outcome(drop.id(), Outcome.Status.REJECTED, why.problem(), null));
            }
        }
        var recorded = door.pass(actor, ready).iterator();
        return refused.stream()
                .map(outcome -> outcome == null ? recorded.next() : outcome)
                .toList();
    }

    private Submission submission(Actor actor, UUID account, FieldDrop drop, Map<UUID, Optional<StationView>> views) {
        var view = views.computeIfAbsent(drop.station(), stations::find)
                .orElseThrow(() -> new Refused.NotFound(drop.station()));
        var station = view.station();
        actor.require(WastePermissions.RECORD_DROPS, station.site().path());
        if (!station.accepted().contains(drop.wasteClass())) {
            throw new WasteRefused.ClassNotAccepted(drop.wasteClass(), station);
        }
        var known = new NewDrop(
                drop.id(),
                station.ref(),
                cards.household(actor, account, station.ref(), drop.card(), drop.id()),
                drop.wasteClass(),
                drop.amount(),
                drop.grade(),
                drop.at(),
                drop.note(),
                null);
        return submissions.of(known, view.hours().at(drop.at()).state(), drop.clockChanged(), drop.evidence());
    }
}

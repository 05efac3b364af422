package org.zhuxi.waste;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
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

    FieldDrops(Activities activities, Stations stations, ScannedCards cards, DropSubmissions submissions) {
        this.activities = activities;
        this.stations = stations;
        this.cards = cards;
        this.submissions = submissions;
    }

    /**
     * Records a batch; what is created is on disk when this returns. The outcomes stand in the order of the drops.
     *
     * @param account whoever recorded them on the phone
     * @throws WasteRefused.OtherAccount when somebody else is signed in now; nothing is recorded then
     */
    public List<Outcome> record(Actor actor, UUID account, List<FieldDrop> batch) {
        if (!actor.account().equals(account)) {
            throw new WasteRefused.OtherAccount();
        }
        if (batch.size() > MOST) {
            throw new WasteRefused.Unreadable("drops", "field-too-many", batch.size(), MOST);
        }
        var views = new HashMap<UUID, Optional<StationView>>();
        var refused = new ArrayList<@Nullable Outcome>();
        var ready = new ArrayList<Submission>();
        for (var drop : batch) {
            try {
                ready.add(submission(actor, drop, views));
                refused.add(null);
            } catch (Refused why) {
                refused.add(new Outcome(drop.id(), Outcome.Status.REJECTED, why.problem(), null));
            }
        }
        var recorded = activities.record(actor, ready).iterator();
        return refused.stream()
                .map(outcome -> outcome == null ? recorded.next() : outcome)
                .toList();
    }

    private Submission submission(Actor actor, FieldDrop drop, Map<UUID, Optional<StationView>> views) {
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
                cards.household(actor, station.ref(), drop.card(), drop.id()),
                drop.wasteClass(),
                drop.amount(),
                drop.grade(),
                drop.at(),
                drop.note(),
                null);
        return submissions.of(known, view.hours().at(drop.at()).state(), drop.clockChanged(), drop.evidence());
    }
}

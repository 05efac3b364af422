package org.zhuxi.waste;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Audited;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;
import org.zhuxi.points.Points;
import org.zhuxi.waste.internal.CardText;
import org.zhuxi.waste.internal.DropStore;
import org.zhuxi.waste.kit.BagCode;
import org.zhuxi.waste.kit.Bags;

/** The steward's work at a station: who is it, what was brought, what did I record today. */
@Service
public class Drops {

    private static final int LAST = 20;

    private final Activities activities;
    private final Points points;
    private final Stations stations;
    private final Places places;
    private final SortingGuide guide;
    private final DropStore store;
    private final DropSubmissions submissions;
    private final Bags bags;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Drops(
            Activities activities,
            Points points,
            Stations stations,
            Places places,
            SortingGuide guide,
            DropStore store,
            DropSubmissions submissions,
            Bags bags,
            ApplicationEventPublisher events,
            Clock clock) {
        this.activities = activities;
        this.points = points;
        this.stations = stations;
        this.places = places;
        this.guide = guide;
        this.store = store;
        this.submissions = submissions;
        this.bags = bags;
        this.events = events;
        this.clock = clock;
    }

    /**
     * The household behind a card, a bag or a door plate, scanned or typed; a plate may lack the community's code. Only
     * households of the station's community that this actor serves are found; audited.
     *
     * @throws org.zhuxi.waste.kit.KitRefused when it is a bag that stands for nobody here
     */
    public Household identify(Actor actor, StationRef station, String cardOrPlate) {
        var community = places.getCommunity(station.community());
        var bag = CardText.candidates(cardOrPlate, community.code()).stream()
                .findFirst()
                .flatMap(BagCode::parse);
        if (bag.isPresent()) {
            return seen(
                    actor,
                    household(actor, bags.holder(station.community(), bag.get()))
                            .orElseThrow(() -> new WasteRefused.HouseholdUnknown(cardOrPlate.strip())));
        }
        var household = CardText.candidates(cardOrPlate, community.code()).stream()
                .flatMap(code -> places.findHouseholdByCard(code).stream())
                .filter(found -> found.ref().community().equals(station.community()))
                .filter(found -> actor.may(WastePermissions.RECORD_DROPS, found.path()))
                .findFirst()
                .orElseThrow(() -> new WasteRefused.HouseholdUnknown(cardOrPlate.strip()));
        return seen(actor, household);
    }

    private Household seen(Actor actor, Household household) {
        if (!actor.belongsTo(household.ref())) {
            events.publishEvent(Audited.look(actor, household.ref().id(), household.path(), "card"));
        }
        return household;
    }

    /** The household with this id, if this actor serves it. */
    public Optional<Household> household(Actor actor, HouseholdRef ref) {
        return Optional.ofNullable(places.findHouseholds(List.of(ref)).get(ref.id()))
                .filter(household -> actor.may(WastePermissions.RECORD_DROPS, household.path()));
    }

    /**
     * Records a drop; it is on disk when this returns. A drop outside the opening windows is kept like any other and its note
     * says so.
     *
     * @throws WasteRefused.RecordRefused when the record module refuses it, or has other content under the same id
     */
    public DropReceipt record(Actor actor, NewDrop drop) {
        var station = stations.get(drop.station().site()).station();
        actor.require(WastePermissions.RECORD_DROPS, station.site().path());
        if (!station.accepted().contains(drop.wasteClass())) {
            throw new WasteRefused.ClassNotAccepted(drop.wasteClass(), station);
        }
        var household = householdOf(drop);
        var opening = stations.hoursOf(drop.station()).at(drop.at()).state();
        var outcome =
                activities.record(actor, List.of(submissions.of(drop, opening))).getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
        return receipt(drop, household, opening, outcome);
    }

    /** What this actor recorded at a station today. */
    @Transactional(readOnly = true)
    public Shift today(Actor actor, StationRef station) {
        var hours = stations.hoursOf(station);
        var day = clock.instant().atZone(hours.zone()).toLocalDate();
        var rows = store.last(station, actor.account(), day, LAST);
        var doors = doors(station, rows);
        var last = rows.stream()
                .map(row -> row.toDrop(doors.get(row.householdId()), hours))
                .toList();
        return new Shift(day, store.totals(station, actor.account(), day), last);
    }

    private Map<UUID, String> doors(StationRef station, List<DropStore.Row> rows) {
        var refs = rows.stream()
                .map(DropStore.Row::householdId)
                .filter(Objects::nonNull)
                .map(id -> new HouseholdRef(station.community(), id))
                .distinct()
                .toList();
        var doors = new HashMap<UUID, String>();
        places.findHouseholds(refs).forEach((id, household) -> doors.put(id, household.label()));
        return doors;
    }

    private Household householdOf(NewDrop drop) {
        var ref = drop.household();
        var household = places.findHouseholds(List.of(ref)).get(ref.id());
        if (household == null || !ref.community().equals(drop.station().community())) {
            throw new WasteRefused.HouseholdUnknown(ref.id().toString());
        }
        return household;
    }

    private DropReceipt receipt(NewDrop drop, Household household, Opening.State opening, Outcome outcome) {
        return new DropReceipt(
                drop.id(),
                outcome.status() == Outcome.Status.DUPLICATE,
                household.label(),
                drop.wasteClass(),
                drop.amount().massKg(guide.chapter(drop.wasteClass()).bagKg()),
                drop.amount() instanceof Amount.Bags(var count) ? count : null,
                drop.grade(),
                opening,
                outcome.points(),
                points.balances(List.of(drop.household())).getOrDefault(drop.household(), 0L));
    }
}

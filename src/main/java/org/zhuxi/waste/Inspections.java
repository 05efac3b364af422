package org.zhuxi.waste;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.Measured;
import org.zhuxi.activity.Outcome;
import org.zhuxi.activity.Submission;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.place.Places;

/** Looks into bags, at a station or at a door. */
@Service
public class Inspections {

    /** The activity kind under which an inspection is recorded. */
    public static final String KIND = "waste.inspection";

    private final Activities activities;
    private final Stations stations;
    private final Places places;

    Inspections(Activities activities, Stations stations, Places places) {
        this.activities = activities;
        this.stations = stations;
        this.places = places;
    }

    /**
     * Records an inspection; it is on disk when this returns.
     *
     * @return whether it had been recorded before under this id with the same content; then nothing was counted again
     * @throws WasteRefused.RecordRefused when the record module refuses it, or has other content under the same id
     */
    public boolean record(Actor actor, NewInspection inspection) {
        var station = stations.get(inspection.station().site()).station();
        actor.require(WastePermissions.INSPECT, station.site().path());
        requireKnown(inspection.station(), inspection.household());
        var outcome = activities.record(actor, List.of(submission(inspection))).getFirst();
        if (outcome.problem() != null) {
            throw new WasteRefused.RecordRefused(outcome.problem());
        }
        return outcome.status() == Outcome.Status.DUPLICATE;
    }

    private void requireKnown(StationRef station, @Nullable HouseholdRef household) {
        if (household != null
                && (!household.community().equals(station.community())
                        || !places.findHouseholds(List.of(household)).containsKey(household.id()))) {
            throw new WasteRefused.HouseholdUnknown(household.id().toString());
        }
    }

    private Submission submission(NewInspection inspection) {
        UUID household =
                inspection.household() == null ? null : inspection.household().id();
        return new Submission(
                inspection.id(),
                KIND,
                places.getCommunity(inspection.station().community()).code(),
                household,
                inspection.station().site(),
                inspection.at(),
                Map.of("checked", bags(inspection.checked()), "correct", bags(inspection.correct())),
                null,
                inspection.note().isBlank() ? null : inspection.note().strip(),
                inspection.evidence(),
                null);
    }

    private static Measured bags(int count) {
        return new Measured(BigDecimal.valueOf(count), "1");
    }
}

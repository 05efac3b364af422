package org.zhuxi.waste;

import java.util.UUID;
import org.springframework.stereotype.Service;
import org.zhuxi.kernel.Actor;
import org.zhuxi.waste.internal.DropNote;

/** Takes inspections from a phone that was offline; sent again they count once. */
@Service
public class FieldInspections {

    private final Inspections inspections;
    private final Stations stations;
    private final ScannedCards cards;

    FieldInspections(Inspections inspections, Stations stations, ScannedCards cards) {
        this.inspections = inspections;
        this.stations = stations;
        this.cards = cards;
    }

    /**
     * Records an inspection; it is on disk when this returns.
     *
     * @param account whoever recorded it on the phone
     * @return whether it had been recorded before under this id with the same content
     * @throws WasteRefused.OtherAccount when somebody else is signed in now; nothing is recorded then
     */
    public boolean record(Actor actor, UUID account, FieldInspection inspection) {
        if (!actor.account().equals(account)) {
            throw new WasteRefused.OtherAccount();
        }
        var station = stations.get(inspection.station()).station();
        actor.require(WastePermissions.INSPECT, station.site().path());
        return inspections.record(
                actor,
                new NewInspection(
                        inspection.id(),
                        station.ref(),
                        inspection.card().isBlank()
                                ? null
                                : cards.household(
                                        actor, actor.account(), station.ref(), inspection.card(), inspection.id()),
                        inspection.checked(),
                        inspection.correct(),
                        inspection.at(),
                        (inspection.clockChanged() ? DropNote.CLOCK_CHANGED : "") + inspection.note(),
                        inspection.evidence()));
    }
}

package org.zhuxi.waste;

import java.util.UUID;
import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.internal.DropStore;

/** Whose card it is that a phone scanned while it was offline. */
@Component
class ScannedCards {

    private final Drops drops;
    private final DropStore store;

    ScannedCards(Drops drops, DropStore store) {
        this.drops = drops;
        this.store = store;
    }

    /**
     * The household of a card at a station. A record that came in before keeps its household, though the card has been replaced
     * since: the phone sends it again only because it never heard the answer.
     *
     * @param account of who recorded it, who need not be the one who sends it
     * @param id of the record
     */
    HouseholdRef household(Actor actor, UUID account, StationRef station, String card, UUID id) {
        try {
            return drops.identify(actor, station, card).ref();
        } catch (Refused unknown) {
            return store.household(station, account, id)
                    .map(household -> new HouseholdRef(station.community(), household))
                    .orElseThrow(() -> unknown);
        }
    }
}

package org.zhuxi.waste.internal.field;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.EvidenceFiles;
import org.zhuxi.activity.Outcome;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Refused;
import org.zhuxi.place.Places;
import org.zhuxi.waste.FieldDrop;
import org.zhuxi.waste.FieldDrops;
import org.zhuxi.waste.Stations;

/** Takes the drops of a rescue file through the door of the field app, or only says what would become of them. */
@Component
class Rescue {

    private final FieldDrops drops;
    private final EvidenceFiles files;
    private final Stations stations;
    private final Places places;

    Rescue(FieldDrops drops, EvidenceFiles files, Stations stations, Places places) {
        this.drops = drops;
        this.files = files;
        this.stations = stations;
        this.places = places;
    }

    /** Nothing is written. */
    List<RescueLine> foresee(Actor actor, RescueFile file) {
        return pass(file, item -> item.drop().toDrop(), batch -> drops.foresee(actor, file.account(), batch));
    }

    /** Sent again it changes nothing. */
    List<RescueLine> send(Actor actor, RescueFile file) {
        return pass(file, item -> withPhoto(actor, item), batch -> drops.rescue(actor, file.account(), batch));
    }

    private interface Reader {
        FieldDrop read(RescueFile.Item item);
    }

    private interface Door {
        List<Outcome> pass(List<FieldDrop> batch);
    }

    private static List<RescueLine> pass(RescueFile file, Reader reader, Door door) {
        var refused = new ArrayList<@Nullable Outcome>();
        var readable = new ArrayList<FieldDrop>();
        for (var item : file.items()) {
            try {
                readable.add(reader.read(item));
                refused.add(null);
            } catch (Refused why) {
                refused.add(new Outcome(new UUID(0, 0), Outcome.Status.REJECTED, why.problem(), null));
            }
        }
        var outcomes = new ArrayList<Outcome>();
        for (var from = 0; from < readable.size(); from += FieldDrops.MOST) {
            outcomes.addAll(door.pass(readable.subList(from, Math.min(readable.size(), from + FieldDrops.MOST))));
        }
        var next = outcomes.iterator();
        var lines = new ArrayList<RescueLine>();
        for (var i = 0; i < file.items().size(); i++) {
            var outcome = refused.get(i);
            lines.add(new RescueLine(file.items().get(i).drop(), outcome == null ? next.next() : outcome));
        }
        return lines;
    }

    /** A photo the phone could not send goes in front of its drop; one that is not taken is left out. */
    private FieldDrop withPhoto(Actor actor, RescueFile.Item item) {
        var drop = item.drop().toDrop();
        var picture = item.picture();
        if (picture.isEmpty() || !drop.evidence().isEmpty()) {
            return drop;
        }
        var station = stations.find(drop.station()).orElse(null);
        if (station == null) {
            return drop;
        }
        try (var content = picture.get()) {
            var community = places.getCommunity(station.station().site().community());
            var kept = files.keep(actor, community.code(), content);
            return new FieldDrop(
                    drop.id(),
                    drop.station(),
                    drop.card(),
                    drop.wasteClass(),
                    drop.amount(),
                    drop.grade(),
                    drop.at(),
                    drop.clockChanged(),
                    drop.note(),
                    List.of(kept.sha256()));
        } catch (Refused | IOException e) {
            return drop;
        }
    }

    /** How many met which fate. */
    static Map<Outcome.Status, Long> counts(List<RescueLine> lines) {
        var counts = new HashMap<Outcome.Status, Long>();
        lines.forEach(line -> counts.merge(Objects.requireNonNull(line.outcome().status()), 1L, Math::addExact));
        return counts;
    }
}

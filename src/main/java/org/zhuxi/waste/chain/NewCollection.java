package org.zhuxi.waste.chain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.WasteClass;

/**
 * A full vehicle leaves, as somebody files it.
 *
 * @param id made by the client; sent again it counts once
 * @param place code of the community
 * @param stations sites the waste comes from; at least one
 * @param plate as on the vehicle
 * @param facility code of the destination
 * @param load what the sender says
 * @param receipt what the destination says, when it is known already
 * @param evidence SHA-256 (hex) of photos or tickets uploaded before
 * @param supersedes the collection this one corrects, or null
 */
public record NewCollection(
        UUID id,
        String place,
        WasteClass wasteClass,
        List<UUID> stations,
        String plate,
        String driver,
        String facility,
        Load load,
        @Nullable NewReceipt receipt,
        Instant at,
        String note,
        List<String> evidence,
        @Nullable UUID supersedes) {

    public NewCollection {
        stations = List.copyOf(stations);
        evidence = List.copyOf(evidence);
    }
}

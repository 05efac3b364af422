package org.zhuxi.waste.buyback;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a recycler weighed and paid for, at a door or at a station.
 *
 * @param id made by the client, so that sending it again pays once
 * @param household who sold it
 * @param site the station where it was weighed, or null at the door
 * @param drop the recyclables drop that is being bought, or null; its mass counts already and is not recorded again
 * @param expectedFen what the client reckoned, or null; a difference is refused and nothing is paid
 */
public record NewBuyBack(
        UUID id,
        UUID household,
        @Nullable UUID site,
        Instant at,
        List<Weighed> lines,
        Payment payment,
        @Nullable UUID drop,
        @Nullable Long expectedFen) {

    public NewBuyBack {
        lines = List.copyOf(lines);
    }

    /** @param massG whole grams */
    public record Weighed(Material material, long massG) {}
}

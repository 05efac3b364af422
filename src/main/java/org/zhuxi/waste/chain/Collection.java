package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.waste.WasteClass;

/**
 * What a vehicle took away, with both sides' weights. All masses are in kg.
 *
 * @param id of the record and of the hand-over
 * @param state of the record
 * @param netKg what the sender says; this counts
 * @param receivedKg what the destination says, or null while it has said nothing
 * @param explanation why the two differ, in the receiver's words
 * @param settlement why somebody of the community let the difference stand, or null
 * @param beyondTolerance whether the two differ by more than the tolerance
 */
public record Collection(
        CommunityId community,
        UUID id,
        WasteClass wasteClass,
        LocalDate day,
        Instant at,
        ActivityState state,
        List<UUID> stations,
        String plate,
        String driver,
        String facility,
        Weighing weighing,
        @Nullable BigDecimal grossKg,
        @Nullable BigDecimal tareKg,
        BigDecimal netKg,
        @Nullable Integer bins,
        @Nullable Integer binLitres,
        String note,
        @Nullable UUID supersedes,
        @Nullable BigDecimal receivedKg,
        String explanation,
        @Nullable String settlement,
        boolean beyondTolerance) {

    public Collection {
        stations = List.copyOf(stations);
    }

    /** Received less sent, in kg; empty while the destination has said nothing. */
    public Optional<BigDecimal> differenceKg() {
        return Optional.ofNullable(receivedKg).map(kg -> kg.subtract(netKg));
    }

    /** The difference in percent of what was sent, to one decimal. */
    public Optional<BigDecimal> differencePercent() {
        return differenceKg().map(kg -> kg.multiply(BigDecimal.valueOf(100)).divide(netKg, 1, RoundingMode.HALF_UP));
    }

    /** Whether it still counts. */
    public boolean counts() {
        return state == ActivityState.RECORDED || state == ActivityState.VERIFIED;
    }

    /** Whether somebody of the community still has to look at the difference. */
    public boolean needsReview() {
        return counts() && beyondTolerance && settlement == null;
    }
}

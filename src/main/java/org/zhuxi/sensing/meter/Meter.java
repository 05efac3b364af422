package org.zhuxi.sensing.meter;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A meter.
 *
 * @param place code of the dwelling, building or site
 * @param household whose it is, null for a meter of the site
 * @param capacity the reading at which it begins again at zero; null when not known
 * @param closedOn when it was taken away, null while it hangs
 */
public record Meter(
        UUID id,
        CommunityId community,
        MeterKind kind,
        String place,
        PlacePath path,
        @Nullable UUID household,
        String name,
        @Nullable BigDecimal capacity,
        LocalDate since,
        @Nullable LocalDate closedOn,
        @Nullable UUID replaces,
        Origin origin) {

    /** The household it belongs to; null for a meter of the site. */
    public @Nullable HouseholdRef owner() {
        return household == null ? null : new HouseholdRef(community, household);
    }
}

package org.zhuxi.place;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A community to be added to the street that the first nine digits of its code name. The fields are those of
 * {@link Community}.
 *
 * @param validFrom first day on which it is known to exist under this code
 */
public record NewCommunity(
        String code,
        Names name,
        LocalDate validFrom,
        boolean urban,
        @Nullable Names estateType,
        @Nullable String foundedOn,
        @Nullable BigDecimal areaKm2,
        @Nullable Integer residents,
        @Nullable Integer households,
        @Nullable GeoPoint location,
        Origin origin,
        String source,
        List<String> aliases) {

    public NewCommunity {
        aliases = List.copyOf(aliases);
    }

    /** A community of which only the name is known. */
    public static NewCommunity named(String code, Names name, LocalDate validFrom, Origin origin, String source) {
        return new NewCommunity(
                code, name, validFrom, true, null, null, null, null, null, null, origin, source, List.of());
    }
}

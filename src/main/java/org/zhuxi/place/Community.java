package org.zhuxi.place;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A community (社区) or village (村) with its profile. Whatever is not known is null or empty, never zero.
 *
 * @param code 12-digit statistical code
 * @param urban true for a residents' committee, false for a villagers' committee
 * @param estateType such as 拆迁安置, 商品房, 老旧小区
 * @param foundedOn year or month of founding as printed, such as 2002 or 2006-06
 * @param areaKm2 area in square kilometres
 * @param source where the profile is taken from
 * @param aliases other names people use
 */
public record Community(
        CommunityId id,
        String code,
        PlacePath path,
        Names name,
        ZoneId zone,
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

    public Community {
        aliases = List.copyOf(aliases);
    }
}

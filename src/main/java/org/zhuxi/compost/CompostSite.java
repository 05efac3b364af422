package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A place where compost is made.
 *
 * @param place code of its community, twelve digits
 * @param operator who runs it, such as a committee or an association; no person
 * @param programme which programme it belongs to, whose coverage is told by itself; empty for none
 * @param bucketLitres volume of the bucket used here, in which recipes are told
 */
public record CompostSite(
        SiteRef ref,
        String place,
        Names name,
        @Nullable GeoPoint location,
        Scene scene,
        String operator,
        String programme,
        LocalDate startedOn,
        BigDecimal bucketLitres,
        String note,
        Origin origin) {}

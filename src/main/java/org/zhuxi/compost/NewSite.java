package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A site to be added.
 *
 * @param place code of its community
 * @param bucketLitres volume of the bucket used here, 1 to 1,000
 */
public record NewSite(
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

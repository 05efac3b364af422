package org.zhuxi.project.internal;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.project.asset.AssetRefused;

/** Positions as they are typed. */
public final class Positions {

    private static final BigDecimal LATITUDE = BigDecimal.valueOf(90);
    private static final BigDecimal LONGITUDE = BigDecimal.valueOf(180);

    private Positions() {}

    /** Both or neither, in WGS-84 degrees. @throws AssetRefused.NoPosition for half a position or one off the earth */
    public static @Nullable GeoPoint read(@Nullable BigDecimal latitude, @Nullable BigDecimal longitude) {
        if (latitude == null && longitude == null) {
            return null;
        }
        if (latitude == null
                || longitude == null
                || latitude.abs().compareTo(LATITUDE) > 0
                || longitude.abs().compareTo(LONGITUDE) > 0) {
            throw new AssetRefused.NoPosition();
        }
        return new GeoPoint(latitude.doubleValue(), longitude.doubleValue());
    }
}

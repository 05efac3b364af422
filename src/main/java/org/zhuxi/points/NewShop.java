package org.zhuxi.points;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A shop to be opened.
 *
 * @param community 12-digit code of the community
 * @param note what a neighbour should know, up to 300 characters
 */
public record NewShop(
        String community, Names name, @Nullable GeoPoint location, String note, Origin origin) {}

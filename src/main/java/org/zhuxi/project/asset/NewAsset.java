package org.zhuxi.project.asset;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;

/**
 * Something as it is put into an inventory; see {@link Asset}.
 *
 * @param place code of the community
 * @param theme of a corridor, and of nothing else
 * @param keptBy the group that keeps a corridor
 */
public record NewAsset(
        @Nullable String place,
        @Nullable AssetKind kind,
        @Nullable String number,
        @Nullable Names name,
        @Nullable String where,
        @Nullable GeoPoint location,
        @Nullable BigDecimal areaM2,
        @Nullable String protection,
        @Nullable Integer everyMonths,
        @Nullable Names theme,
        @Nullable String keptBy) {}

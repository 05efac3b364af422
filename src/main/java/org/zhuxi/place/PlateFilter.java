package org.zhuxi.place;

import org.jspecify.annotations.Nullable;

/** Which plates are asked for; null means all. */
public record PlateFilter(
        @Nullable PlaceKind kind, @Nullable PlateState state) {

    public static final PlateFilter ALL = new PlateFilter(null, null);
}

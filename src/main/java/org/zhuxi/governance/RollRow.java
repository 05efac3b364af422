package org.zhuxi.governance;

import org.jspecify.annotations.Nullable;

/**
 * A unit of the roll of owners as somebody typed or sent it.
 *
 * @param place code of the dwelling
 * @param areaM2 area in m² with at most two decimals
 * @param owner number of the owner, {@code [A-Z0-9-]{1,40}}; {@code UNSOLD} stands for the developer
 * @param areaSource name of an {@link OwnedPart.AreaSource}; the register when it is left out
 */
public record RollRow(
        @Nullable String place,
        @Nullable String areaM2,
        @Nullable String owner,
        @Nullable String areaSource) {}

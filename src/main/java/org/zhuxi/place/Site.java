package org.zhuxi.place;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * A place where something is done: a drop-off station, a compost site, an exchange shop …
 *
 * @param type stable code such as {@code drop-off-station}
 */
public record Site(
        UUID id,
        CommunityId community,
        String code,
        String type,
        Names name,
        PlacePath path,
        @Nullable GeoPoint location) {}

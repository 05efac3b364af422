package org.zhuxi.place;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * A node of the tree.
 *
 * @param code the 12-digit statistical code of a division, or {@code <community code>-…} below a community
 * @param path where it stands
 * @param community the community it lies in, or null above communities
 * @param id the id of a quarter, building, dwelling or site; null for divisions and communities
 */
public record Place(
        String code,
        PlaceKind kind,
        Names name,
        PlacePath path,
        @Nullable CommunityId community,
        @Nullable UUID id) {}

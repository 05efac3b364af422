package org.zhuxi.waste;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;

/**
 * A drop-off station to be added.
 *
 * @param community 12-digit code of the community
 * @param accepted the classes it takes; at least one
 * @param note what a neighbour should know, at most {@link #LONGEST_NOTE} characters; may be empty
 */
public record NewStation(
        String community,
        Names name,
        @Nullable GeoPoint location,
        Set<WasteClass> accepted,
        boolean weighs,
        String note,
        Origin origin) {

    public static final int LONGEST_NOTE = 500;

    public NewStation {
        accepted = Set.copyOf(accepted);
    }
}

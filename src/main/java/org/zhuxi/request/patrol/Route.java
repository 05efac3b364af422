package org.zhuxi.request.patrol;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A way along checkpoints.
 *
 * @param checkpoints codes of buildings and sites, in the order in which they are walked
 * @param everyDays how often it is to be walked
 * @param walkedOn day of the last patrol that was finished
 */
public record Route(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        Names name,
        int everyDays,
        List<String> checkpoints,
        @Nullable LocalDate walkedOn,
        Origin origin) {

    /** Most checkpoints of one route. */
    public static final int CHECKPOINTS = 60;

    public Route {
        checkpoints = List.copyOf(checkpoints);
    }

    /** Whether it is to be walked on this day. */
    public boolean isDue(LocalDate today) {
        return walkedOn == null || !today.isBefore(walkedOn.plusDays(everyDays));
    }
}

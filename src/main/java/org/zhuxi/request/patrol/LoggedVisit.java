package org.zhuxi.request.patrol;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * What was found at a checkpoint, as the log of patrols tells it; it names nobody.
 *
 * @param patrol id of the walk
 * @param route what the route is called
 * @param number of the checkpoint on it, from 1
 * @param place code of the building or site
 * @param scanned whether the plate there was scanned
 * @param request what came of a finding
 * @param endedAt when the walk was ended; null while it goes on
 */
public record LoggedVisit(
        UUID patrol,
        Names route,
        int number,
        String place,
        Patrol.Result result,
        boolean scanned,
        @Nullable UUID request,
        Instant visitedAt,
        @Nullable Instant endedAt) {}

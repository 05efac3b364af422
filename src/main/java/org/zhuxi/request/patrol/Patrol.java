package org.zhuxi.request.patrol;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;

/** One walk along a route, with what was found so far. */
public record Patrol(
        CommunityId community,
        UUID id,
        UUID route,
        UUID by,
        Instant begunAt,
        @Nullable Instant endedAt,
        List<Visit> visits,
        Origin origin) {

    public Patrol {
        visits = List.copyOf(visits);
    }

    /** What was found at a checkpoint. */
    public enum Result {
        GOOD,
        FINDING,
        NOT_REACHED
    }

    /**
     * @param number of the checkpoint, from 1
     * @param scanned whether the plate there was scanned
     * @param request what came of a finding
     */
    public record Visit(
            int number,
            Result result,
            boolean scanned,
            String words,
            @Nullable UUID request,
            Instant at) {}

    /** Whether this checkpoint has been looked at. */
    public boolean hasVisited(int number) {
        return visits.stream().anyMatch(visit -> visit.number() == number);
    }
}

package org.zhuxi.governance;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * An idea somebody raised.
 *
 * @param mergedInto the idea it went on in, or null
 * @param project the improvement project that carries it out, or null
 * @param decision by what it was decided, or null when it was decided in a meeting
 * @param result what became of it, told to everybody who took part; empty until then
 * @param supporters how many want it too
 * @param source document from which it was taken over; empty when recorded here
 */
public record Idea(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        String title,
        String words,
        IdeaStage stage,
        @Nullable UUID mergedInto,
        @Nullable UUID project,
        @Nullable UUID decision,
        String result,
        UUID raisedBy,
        Instant raisedAt,
        Origin origin,
        String source,
        int supporters)
        implements Placed {}

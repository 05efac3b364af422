package org.zhuxi.points.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/** The ids of the accounts on the other side, each reckoned once a batch. */
final class CounterIds {

    private final Map<Key, UUID> ids = new HashMap<>();

    private record Key(CommunityId community, Counter counter) {}

    UUID of(Posting posting) {
        var counter = posting.counter();
        if (!counter.isKeptByDay()) {
            return counter.idFor(posting.household());
        }
        var community = posting.household().community();
        return ids.computeIfAbsent(new Key(community, counter), key -> counter.idIn(community));
    }
}

package org.zhuxi.request.patrol;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.request.internal.patrol.PatrolLogStore;

/** The log of patrols (巡查记录): each checkpoint somebody looked at, the latest walk first. It proves that somebody was there. */
@Service
public class PatrolLog {

    private static final UUID LAST = new UUID(-1, -1);

    private final PatrolLogStore store;

    PatrolLog(PatrolLogStore store) {
        this.store = store;
    }

    /**
     * Checkpoints looked at on the routes at or below a place.
     *
     * @param after the key of the row before, as the slice said; anything else begins anew
     */
    @Transactional(readOnly = true)
    public Slice<LoggedVisit> list(Actor actor, PlacePath at, int limit, @Nullable String after) {
        actor.require(PatrolPermissions.WALK, at);
        var key = Key.read(after);
        return Slice.of(
                store.list(at, key.patrol(), key.number(), limit + 1), limit, it -> it.patrol() + "." + it.number());
    }

    private record Key(UUID patrol, int number) {

        private static final Key FIRST = new Key(LAST, Integer.MAX_VALUE);

        static Key read(@Nullable String text) {
            if (text == null || !text.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.\\d{1,3}")) {
                return FIRST;
            }
            var dot = text.indexOf('.');
            return new Key(UUID.fromString(text.substring(0, dot)), Integer.parseInt(text.substring(dot + 1)));
        }
    }
}

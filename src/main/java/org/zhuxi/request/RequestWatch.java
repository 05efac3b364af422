package org.zhuxi.request;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.request.internal.RequestGate;
import org.zhuxi.request.internal.WatchStore;

/** What the street watches (督办): requests whose day has passed, and which communities owe them. Never words or people. */
@Service
public class RequestWatch {

    private static final int MOST_PLACES = 200;

    private final WatchStore store;
    private final RequestGate gate;

    RequestWatch(WatchStore store, RequestGate gate) {
        this.store = store;
        this.gate = gate;
    }

    /**
     * Requests at or below a place that are watched from above, the longest overdue first.
     *
     * @param after the key of the row before, as the slice said; anything else begins anew
     */
    @Transactional(readOnly = true)
    public Slice<ServiceRequest> list(Actor actor, PlacePath at, int limit, @Nullable String after) {
        actor.require(RequestPermissions.WATCH, at);
        return Slice.of(store.list(at, limit + 1, WatchStore.Key.read(after)), limit, it -> WatchStore.Key.of(it));
    }

    /** Communities at or below a place that owe answers, those with the most watched first; at most 200. */
    @Transactional(readOnly = true)
    public List<WatchedPlace> places(Actor actor, PlacePath at) {
        actor.require(RequestPermissions.WATCH, at);
        return store.places(at, gate.today(), MOST_PLACES);
    }

    /** How many are watched at or below a place. */
    @Transactional(readOnly = true)
    public long count(PlacePath at) {
        return store.count(at);
    }
}

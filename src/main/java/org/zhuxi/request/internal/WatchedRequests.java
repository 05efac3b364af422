package org.zhuxi.request.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.request.RequestPermissions;
import org.zhuxi.request.RequestWatch;

/** Overdue requests that the street watches, on its today page. */
@Component
class WatchedRequests implements WaitingList {

    private final RequestWatch watch;

    WatchedRequests(RequestWatch watch) {
        this.watch = watch;
    }

    @Override
    public String label() {
        return "request.watched-waiting";
    }

    @Override
    public String icon() {
        return "bell";
    }

    @Override
    public String path() {
        return WatchPages.PATH;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(RequestPermissions.WATCH);
    }

    @Override
    public long count(Actor actor) {
        return OwnPlaces.sum(actor, RequestPermissions.WATCH, watch::count);
    }
}

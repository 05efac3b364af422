package org.zhuxi.request.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.request.RequestDesk;
import org.zhuxi.request.RequestPermissions;

/** Requests to which an answer is owed, on the today page. */
@Component
class OwedRequests implements WaitingList {

    private final RequestDesk desk;

    OwedRequests(RequestDesk desk) {
        this.desk = desk;
    }

    @Override
    public String label() {
        return "request.waiting";
    }

    @Override
    public String icon() {
        return "list";
    }

    @Override
    public String path() {
        return InboxPages.PATH + "?open=on";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(RequestPermissions.HANDLE);
    }

    @Override
    public long count(Actor actor) {
        return OwnPlaces.sum(actor, RequestPermissions.HANDLE, place -> desk.countOwed(place, false));
    }
}

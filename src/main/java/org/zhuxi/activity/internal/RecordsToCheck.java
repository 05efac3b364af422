package org.zhuxi.activity.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activities;
import org.zhuxi.activity.ActivityPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;

/** Records that somebody must look at before they count. */
@Component
class RecordsToCheck implements WaitingList {

    private final Activities activities;

    RecordsToCheck(Activities activities) {
        this.activities = activities;
    }

    @Override
    public String label() {
        return "activity.waiting-list";
    }

    @Override
    public String icon() {
        return "check";
    }

    @Override
    public String path() {
        return "/work/review";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(ActivityPermissions.VERIFY);
    }

    @Override
    public long count(Actor actor) {
        return activities.countWaiting(actor, null);
    }
}

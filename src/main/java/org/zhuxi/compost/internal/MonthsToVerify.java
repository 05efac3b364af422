package org.zhuxi.compost.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.compost.CompostMonths;
import org.zhuxi.compost.CompostPermissions;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;

/** Months of compost sites that wait for a reviewer. */
@Component
class MonthsToVerify implements WaitingList {

    private final CompostMonths months;

    MonthsToVerify(CompostMonths months) {
        this.months = months;
    }

    @Override
    public String label() {
        return "compost.waiting-list";
    }

    @Override
    public String icon() {
        return "leaf";
    }

    @Override
    public String path() {
        return "/work/compost";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(CompostPermissions.VERIFY);
    }

    @Override
    public long count(Actor actor) {
        return months.waiting(actor).size();
    }
}

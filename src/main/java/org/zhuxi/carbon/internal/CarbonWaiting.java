package org.zhuxi.carbon.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.carbon.CarbonPermissions;
import org.zhuxi.carbon.Statements;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;

/** Statements of others that wait to be verified or published. */
@Component
class CarbonWaiting implements WaitingList {

    private final Statements statements;

    CarbonWaiting(Statements statements) {
        this.statements = statements;
    }

    @Override
    public String label() {
        return "carbon.waiting";
    }

    @Override
    public String icon() {
        return "leaf";
    }

    @Override
    public String path() {
        return "/work/carbon";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(CarbonPermissions.VERIFY) || actor.mayAnywhere(CarbonPermissions.PUBLISH);
    }

    @Override
    public long count(Actor actor) {
        return statements.countWaiting(actor);
    }
}

package org.zhuxi.points.internal;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.points.PointsPermissions;
import org.zhuxi.points.Redemptions;

/** Goods that households set aside and have not fetched. */
@Component
class GoodsToHandOver implements WaitingList {

    private final Redemptions redemptions;

    GoodsToHandOver(Redemptions redemptions) {
        this.redemptions = redemptions;
    }

    @Override
    public String label() {
        return "shops.waiting-list";
    }

    @Override
    public String icon() {
        return "coin";
    }

    @Override
    public String path() {
        return "/field/shop";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(PointsPermissions.SERVE);
    }

    @Override
    public long count(Actor actor) {
        return redemptions.countWaiting(actor);
    }
}

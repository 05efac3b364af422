package org.zhuxi.project.internal.asset;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.Grant;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.project.asset.AssetPermissions;
import org.zhuxi.project.asset.Assets;

/** Inspections that are overdue, on the today page. */
@Component
class OverdueInspections implements WaitingList {

    private final Assets assets;

    OverdueInspections(Assets assets) {
        this.assets = assets;
    }

    @Override
    public String label() {
        return "asset.waiting";
    }

    @Override
    public String icon() {
        return "check";
    }

    @Override
    public String path() {
        return AssetPages.PATH + "?overdue=on";
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(AssetPermissions.INSPECT);
    }

    @Override
    public long count(Actor actor) {
        return actor.grants().stream()
                .filter(grant -> actor.may(AssetPermissions.INSPECT, grant.place()))
                .map(Grant::place)
                .distinct()
                .mapToLong(assets::overdue)
                .sum();
    }
}

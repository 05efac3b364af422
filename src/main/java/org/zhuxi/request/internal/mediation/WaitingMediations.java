package org.zhuxi.request.internal.mediation;

import org.springframework.stereotype.Component;
import org.zhuxi.kernel.Actor;
import org.zhuxi.platform.manifest.WaitingList;
import org.zhuxi.request.internal.OwnPlaces;
import org.zhuxi.request.mediation.MediationPermissions;
import org.zhuxi.request.mediation.Mediations;

/** Mediations on which something is due, on the today page. */
@Component
class WaitingMediations implements WaitingList {

    private final Mediations mediations;

    WaitingMediations(Mediations mediations) {
        this.mediations = mediations;
    }

    @Override
    public String label() {
        return "mediation.waiting";
    }

    @Override
    public String icon() {
        return "scale";
    }

    @Override
    public String path() {
        return MediationPages.PATH;
    }

    @Override
    public boolean concerns(Actor actor) {
        return actor.mayAnywhere(MediationPermissions.MEDIATE);
    }

    @Override
    public long count(Actor actor) {
        return OwnPlaces.sum(actor, MediationPermissions.MEDIATE, mediations::countWaiting);
    }
}

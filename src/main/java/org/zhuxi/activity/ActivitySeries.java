package org.zhuxi.activity;

import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.zhuxi.activity.internal.SeriesStore;
import org.zhuxi.kernel.Actor;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Refused;
import org.zhuxi.kernel.Timeline;

/** Sums of a quantity over time, one statement for all kinds and all pieces of a timeline. */
@Service
public class ActivitySeries {

    private final SeriesStore store;

    ActivitySeries(SeriesStore store) {
        this.store = store;
    }

    /** Sums of communities, from the daily sums; as public as the figures made of them. */
    @Transactional(readOnly = true)
    public List<SeriesSum> sums(
            Collection<CommunityId> communities, Collection<String> kinds, String quantity, Timeline timeline) {
        return store.ofCommunities(communities, kinds, quantity, timeline);
    }

    /**
     * Sums of a household, for its own members.
     *
     * @throws Refused.Forbidden when the actor belongs to another
     */
    @Transactional(readOnly = true)
    public List<SeriesSum> ofHousehold(
            Actor actor, HouseholdRef household, Collection<String> kinds, String quantity, Timeline timeline) {
        if (!actor.belongsTo(household)) {
            throw new Refused.Forbidden(ActivityPermissions.READ_OWN.code());
        }
        return store.ofHousehold(household, kinds, quantity, timeline);
    }
}

package org.zhuxi.activity.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.Amount;
import org.zhuxi.activity.Kinds;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.kernel.Names;
import org.zhuxi.place.Household;
import org.zhuxi.place.Places;

/** Puts the names of kinds, communities and doors to records, one query for a page. */
@Component
class ActivityRows {

    private final Places places;
    private final Kinds kinds;

    ActivityRows(Places places, Kinds kinds) {
        this.places = places;
        this.kinds = kinds;
    }

    List<ActivityRow> of(List<Activity> activities) {
        var households = households(activities);
        var communities = new HashMap<CommunityId, Names>();
        return activities.stream()
                .map(activity -> {
                    var kind = kinds.get(activity.kind());
                    var household = households.get(activity.household());
                    return new ActivityRow(
                            activity,
                            kind,
                            Amount.of(kind, activity),
                            communities.computeIfAbsent(
                                    activity.community(),
                                    id -> places.getCommunity(id).name()),
                            household == null ? null : household.label());
                })
                .toList();
    }

    private Map<UUID, Household> households(List<Activity> activities) {
        var refs = activities.stream()
                .filter(activity -> activity.household() != null)
                .map(activity -> new HouseholdRef(activity.community(), Objects.requireNonNull(activity.household())))
                .collect(Collectors.toSet());
        // a copy that may be asked for null
        return new HashMap<>(places.findHouseholds(refs));
    }
}

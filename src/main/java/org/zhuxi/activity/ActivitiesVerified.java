package org.zhuxi.activity;

import java.util.List;

/** Published in the transaction in which people verified records that had been waiting as RECORDED. */
public record ActivitiesVerified(List<Activity> activities) {

    public ActivitiesVerified {
        activities = List.copyOf(activities);
    }
}

package org.zhuxi.activity;

import java.util.List;

/**
 * Published in the transaction in which records ceased to count: rejected by a reviewer, reversed, or superseded. Whatever
 * followed from them must be taken back.
 *
 * @param activities with their new state, REJECTED or REVERSED
 * @param reason in the words of the person who decided
 */
public record ActivitiesReversed(List<Activity> activities, String reason) {

    public ActivitiesReversed {
        activities = List.copyOf(activities);
    }
}

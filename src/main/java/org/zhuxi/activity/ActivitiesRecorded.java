package org.zhuxi.activity;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Published in the transaction that keeps a batch of records. Listeners act in the same transaction, on the whole batch.
 *
 * @param fresh the new records, in the order they came in; their states tell which are verified already
 * @param repeated ids that had been recorded before with the same content
 * @param points where a listener says what each record, fresh or repeated, earned its household
 */
public record ActivitiesRecorded(List<Activity> fresh, List<Activity> repeated, Map<UUID, Long> points) {

    public ActivitiesRecorded(List<Activity> fresh, List<Activity> repeated) {
        this(List.copyOf(fresh), List.copyOf(repeated), new ConcurrentHashMap<>());
    }
}

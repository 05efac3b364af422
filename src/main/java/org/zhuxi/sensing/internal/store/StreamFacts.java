package org.zhuxi.sensing.internal.store;

import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;

/**
 * What must be known of a stream to take an observation.
 *
 * @param feature the feature an observation is about when it names none; null before the first such observation
 * @param parts how many results an observation of a MultiDatastream has; 0 for a Datastream
 */
public record StreamFacts(
        long id,
        long thing,
        int community,
        PlacePath path,
        boolean isOpen,
        @Nullable Long feature,
        int parts) {

    public boolean isMulti() {
        return parts > 0;
    }
}

package org.zhuxi.compost;

import java.util.List;

/** How far a batch is. */
public enum BatchState {
    BUILDING,
    ACTIVE,
    CURING,
    SCREENED,
    TESTED,
    USED,
    DISCARDED;

    /** Where it may go from here; never back. */
    public List<BatchState> next() {
        return switch (this) {
            case BUILDING -> List.of(ACTIVE, CURING, SCREENED, DISCARDED);
            case ACTIVE -> List.of(CURING, SCREENED, DISCARDED);
            case CURING -> List.of(SCREENED, DISCARDED);
            case SCREENED -> List.of(TESTED, USED, DISCARDED);
            case TESTED -> List.of(USED, DISCARDED);
            case USED, DISCARDED -> List.of();
        };
    }

    /** Whether its unit is free again. */
    public boolean hasLeftUnit() {
        return compareTo(SCREENED) >= 0;
    }

    /** Key of its name in the messages. */
    public String label() {
        return "compost.batch-state." + name();
    }
}

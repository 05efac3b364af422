package org.zhuxi.assessment;

import java.util.Optional;

/** Where a cycle stands; it goes forward only. */
public enum CycleState {
    /** Being set up; standard and register can still be chosen. */
    PLANNED,
    /** Communities enrol and assess themselves; standard and register are fixed. */
    OPEN,
    /** Reviews and site checks; nobody enrols any more. */
    REVIEW,
    /** Proposals are shown to the public. */
    NOTICE,
    /** Every assessment is finished. */
    CLOSED,
    /** The rates of the cycle are published. */
    PUBLISHED;

    /** The state after this one; empty after the last. */
    public Optional<CycleState> next() {
        return ordinal() + 1 < values().length ? Optional.of(values()[ordinal() + 1]) : Optional.empty();
    }
}

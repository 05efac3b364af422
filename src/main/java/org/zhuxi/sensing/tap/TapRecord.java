package org.zhuxi.sensing.tap;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Ids;

/**
 * What a tap found in one slot.
 *
 * @param slot the moment of a weighing, or the day
 * @param revision how often it was found otherwise before
 * @param amount in the unit of the device; null when nothing counts
 * @param problem slug of why the record was not taken, empty otherwise
 */
public record TapRecord(
        UUID tap,
        String slot,
        int revision,
        Instant occurredAt,
        @Nullable BigDecimal amount,
        State state,
        String problem) {

    /** What became of it. */
    public enum State {
        DUE,
        DONE,
        REFUSED
    }

    /** The id of the record, always the same for the same tap, slot and revision. */
    public UUID activity() {
        return activity(revision);
    }

    /** The id of the record of another revision. */
    public UUID activity(int other) {
        return Ids.derived(tap, slot + "/" + other);
    }

    /** Message key of what became of it. */
    public String label() {
        return "sensing.tap.record."
                + (amount == null && state == State.DONE
                        ? "nothing"
                        : state.name().toLowerCase(Locale.ROOT));
    }
}

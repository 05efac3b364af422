package org.zhuxi.waste.neighbour;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * A task that a young member of a household has taken.
 *
 * @param nickname what the child is called here; never a name and never a picture
 * @param words what the child tells about it
 * @param reason why it was given back; otherwise empty
 */
public record Task(
        UUID id,
        HouseholdRef household,
        String template,
        String nickname,
        State state,
        String words,
        UUID takenBy,
        Instant takenAt,
        @Nullable Instant doneAt,
        String reason) {

    /** How far a task has come. */
    public enum State {
        TAKEN,
        DONE,
        ACCEPTED,
        RETURNED,
        GIVEN_UP
    }

    /** Whether the child can still work on it. */
    public boolean isOpen() {
        return state == State.TAKEN || state == State.RETURNED;
    }
}

package org.zhuxi.waste;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether a station is open at a moment.
 *
 * @param until when it closes, or null when it is not open or never closes
 * @param next when it opens next; null when it is open, or when no opening is known within a year
 * @param closure why it is closed all that day, or null
 */
public record Opening(
        State state,
        @Nullable Instant until,
        @Nullable Instant next,
        @Nullable String closure) {

    /** The three answers; nobody having said when it opens is not the same as closed. */
    public enum State {
        OPEN,
        CLOSED,
        UNKNOWN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean isClosed() {
        return state == State.CLOSED;
    }
}

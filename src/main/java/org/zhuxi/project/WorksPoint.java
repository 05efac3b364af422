package org.zhuxi.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;

/**
 * A place of the works that people agreed on (改造点位), such as a shed or a path.
 *
 * @param number from 1, in the order in which they were agreed on
 * @param settledOn when it was done or dropped; null while it is not, or when a document does not say
 * @param reason why it was dropped; else empty
 */
public record WorksPoint(
        UUID id,
        int number,
        Names name,
        @Nullable GeoPoint location,
        State state,
        @Nullable LocalDate settledOn,
        String reason) {

    /** How far it is. */
    public enum State {
        AGREED("已商定", "Agreed"),
        DONE("已完成", "Done"),
        DROPPED("不再做", "Dropped");

        private final Names names;

        State(String zh, String en) {
            this.names = new Names(zh, en);
        }

        public Names names() {
            return names;
        }
    }
}

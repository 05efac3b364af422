package org.zhuxi.waste.visit;

import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;

/**
 * A round of visits and how far it has come.
 *
 * @param stops doors on the list
 * @param visited doors at which somebody rang
 * @param met doors at which somebody was met
 */
public record VisitRound(
        CommunityId community,
        UUID id,
        String name,
        Source source,
        LocalDate dueOn,
        int stops,
        int visited,
        int met,
        Origin origin) {

    /** Which doors are put on the list. */
    public enum Source {
        /** All of them. */
        ALL,
        /** Those where nobody was met in the last half year. */
        NOT_REACHED,
        /** Those with two or more bags found wrong in the last sixty days. */
        POOR_SORTING
    }

    /** Doors at which nobody has rung yet. */
    public int left() {
        return stops - visited;
    }
}

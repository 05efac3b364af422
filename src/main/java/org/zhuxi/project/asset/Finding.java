package org.zhuxi.project.asset;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something an inspection found wrong: a leak, a crack, a car in the fire lane.
 *
 * @param closedOn null while it is not put right
 * @param closing what was done
 */
public record Finding(
        UUID id,
        String words,
        LocalDate foundOn,
        LocalDate dueOn,
        @Nullable LocalDate closedOn,
        String closing) {

    public boolean isOpen() {
        return closedOn == null;
    }

    public boolean isOverdue(LocalDate today) {
        return closedOn == null && dueOn.isBefore(today);
    }
}

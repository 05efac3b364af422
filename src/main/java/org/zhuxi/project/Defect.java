package org.zhuxi.project;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that was not built right.
 *
 * @param inWarranty whether it was found after acceptance
 * @param fixedOn null while it is open
 */
public record Defect(
        UUID id,
        boolean inWarranty,
        String words,
        LocalDate dueOn,
        @Nullable LocalDate fixedOn,
        String repair) {

    public boolean isOpen() {
        return fixedOn == null;
    }

    public boolean isOverdue(LocalDate today) {
        return fixedOn == null && dueOn.isBefore(today);
    }
}

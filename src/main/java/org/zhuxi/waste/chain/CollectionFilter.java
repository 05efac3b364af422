package org.zhuxi.waste.chain;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.zhuxi.waste.WasteClass;

/**
 * Which collections to list; null where it does not matter.
 *
 * @param from first day
 * @param to the day after the last
 * @param only which of them
 */
public record CollectionFilter(
        @Nullable WasteClass wasteClass,
        @Nullable String facility,
        @Nullable String plate,
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        Only only) {

    /** Everything. */
    public static final CollectionFilter ALL = new CollectionFilter(null, null, null, null, null, Only.ALL);

    /** What is to be seen. */
    public enum Only {
        ALL,
        /** The destination has said nothing yet. */
        UNRECEIVED,
        /** Both sides differ by more than the tolerance and nobody has looked at it. */
        TO_REVIEW
    }

    public String facilityText() {
        return Objects.requireNonNullElse(facility, "");
    }

    public String plateText() {
        return Objects.requireNonNullElse(plate, "");
    }
}

package org.zhuxi.place.internal;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;

/** What stands in published lists of divisions. */
public final class DivisionSource {

    private DivisionSource() {}

    /**
     * A line of a list.
     *
     * @param code filled up to 12 digits
     * @param parent filled up to 12 digits
     */
    public record Row(long line, String code, PlaceKind kind, String parent, String name) {}

    /** A line with its place in the tree; a line that has none carries a null path and is a problem already. */
    public record Placed(String file, Row row, @Nullable PlacePath path) {}

    /**
     * One unit that took over from another, in whole or in part.
     *
     * @param on null when the lists do not tell; the day of the import then
     */
    public record Succession(
            String file,
            long line,
            String former,
            String successor,
            @Nullable LocalDate on) {}
}

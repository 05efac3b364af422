package org.zhuxi.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A unit, person or practice that is praised (表扬).
 *
 * @param place code of the place that praises
 * @param name as it is made public; a person agrees before he is nominated
 * @param basis for what
 * @param reason why it was declined; otherwise empty
 * @param publicisedOn when it was made public for objections, or null
 */
public record Commendation(
        UUID id,
        String place,
        PlacePath path,
        int year,
        Kind kind,
        String name,
        String basis,
        State state,
        String reason,
        @Nullable LocalDate publicisedOn,
        Origin origin) {

    /** Most characters of a name or basis. */
    public static final int WORDS = 300;

    /** Days for which it is public before it is awarded. */
    public static final int PUBLIC_DAYS = 5;

    /** Who or what is praised. */
    public enum Kind {
        UNIT,
        PERSON,
        PRACTICE
    }

    /** What became of it. */
    public enum State {
        NOMINATED,
        PUBLICISED,
        AWARDED,
        DECLINED
    }
}

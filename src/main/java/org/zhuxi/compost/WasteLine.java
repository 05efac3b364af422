package org.zhuxi.compost;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;

/**
 * What left an institution in a month, and where it went.
 *
 * @param massKg above zero
 * @param takenBack why it does not count any more, or null
 */
public record WasteLine(
        UUID id,
        YearMonth month,
        Source source,
        Stream stream,
        Destination destination,
        BigDecimal massKg,
        String note,
        Origin origin,
        @Nullable String takenBack) {

    /** Where it arose. */
    public enum Source {
        VISITORS,
        STAFF,
        KITCHEN,
        GROUNDS,
        SHOPS;

        /** Key of its name in the messages. */
        public String label() {
            return "compost.source." + name();
        }
    }

    /** What it is. */
    public enum Stream {
        FOOD,
        GARDEN,
        RECYCLABLE,
        HAZARDOUS,
        BULKY,
        RESIDUAL;

        /** Key of its name in the messages. */
        public String label() {
            return "compost.stream." + name();
        }
    }

    /** Where it went. */
    public enum Destination {
        COMPOSTED,
        DIGESTED,
        REUSED,
        RECYCLED,
        /** Hazardous waste handed to whoever is licensed to treat it. */
        TREATED,
        INCINERATED,
        LANDFILLED;

        /** Whether it was neither burnt nor buried. */
        public boolean isDiverted() {
            return this != INCINERATED && this != LANDFILLED;
        }

        /** Key of its name in the messages. */
        public String label() {
            return "compost.destination." + name();
        }
    }
}

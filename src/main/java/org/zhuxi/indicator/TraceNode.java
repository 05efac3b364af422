package org.zhuxi.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * A step on the way from a published figure down to what it was reckoned from.
 *
 * @param key code of the place or measure, or id of the record
 * @param value null when it is withheld
 * @param records verified records and entries behind it
 * @param hash SHA-256 of the node, in hex; empty for a record
 * @param children how many there are, whether they are listed or not
 * @param sumsUp whether what is listed below adds up to the value; null when nothing is listed or parts are withheld
 * @param path of the page that opens it, or empty
 * @param below the parts, as deep as was asked for
 */
public record TraceNode(
        Kind kind,
        String key,
        Names label,
        @Nullable BigDecimal value,
        long records,
        String hash,
        int children,
        @Nullable Boolean sumsUp,
        String path,
        List<TraceNode> below) {

    public TraceNode {
        below = List.copyOf(below);
    }

    /** What a step is. */
    public enum Kind {
        FIGURE,
        MEASURE,
        PLACE,
        /** A record of an activity. */
        RECORD,
        /** A value entered by hand. */
        ENTRY,
        /** A line of a frozen register. */
        REGISTER,
        /** Something another module keeps, such as the assessment of a community. */
        SUBJECT
    }
}

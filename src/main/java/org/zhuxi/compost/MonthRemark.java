package org.zhuxi.compost;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the checks of a month noticed; its words are the message {@code compost.remark.<code>} with the arguments.
 *
 * @param entry which entry it is about, or null when it is about the month
 */
public record MonthRemark(
        String code, Severity severity, @Nullable UUID entry, List<Object> arguments) {

    public MonthRemark {
        arguments = List.copyOf(arguments);
    }

    /** What follows from it. */
    public enum Severity {
        /** The reviewer must look at it before the month can be published. */
        HOLD,
        /** Unusual; the reviewer should look. */
        REVIEW,
        /** Good to know. */
        NOTE
    }

    public static MonthRemark of(String code, Severity severity, @Nullable UUID entry, Object... arguments) {
        return new MonthRemark(code, severity, entry, List.of(arguments));
    }
}

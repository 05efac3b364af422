package org.zhuxi.assessment;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;

/**
 * How a community of a year's register stands.
 *
 * @param place 12-digit code
 * @param published its assessment when everybody may see it, or null
 */
public record MemberStanding(
        String place,
        Names names,
        Standing standing,
        @Nullable UUID published) {

    /** From nothing to a title's ground. */
    public enum Standing {
        NOT_ENROLLED,
        ENROLLED,
        NOT_ATTAINED,
        ATTAINED
    }
}

package org.zhuxi.assessment;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * What a community was named; apart from the states of its assessment.
 *
 * @param assessment by which it attained
 * @param source the document that names it
 */
public record Title(
        UUID id,
        String place,
        PlacePath path,
        Kind kind,
        UUID assessment,
        String source,
        LocalDate grantedOn,
        @Nullable LocalDate revokedOn,
        String revocationReason,
        Origin origin) {

    /** Who names it. */
    public enum Kind {
        CITY,
        PROVINCE,
        DEMONSTRATION
    }
}

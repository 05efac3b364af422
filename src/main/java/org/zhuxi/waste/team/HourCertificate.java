package org.zhuxi.waste.team;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Origin;

/**
 * Verified hours of a member of a team, as they stood when the certificate was made out.
 *
 * @param name of the member; empty after an erasure
 * @param to the last day
 * @param duties how many were verified, at least one
 * @param hours verified in these days, more than 0
 * @param hoursNow what the records of these days say today; less when some were taken back
 */
public record HourCertificate(
        CommunityId community,
        UUID id,
        UUID account,
        String name,
        LocalDate from,
        LocalDate to,
        int duties,
        BigDecimal hours,
        Instant issuedAt,
        Origin origin,
        BigDecimal hoursNow) {

    /** Whether the records still carry it. */
    public boolean holds() {
        return hoursNow.compareTo(hours) >= 0;
    }

    /** The first character of the name, for somebody who has the paper in his hand. */
    public String shortName() {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "＊＊";
    }
}

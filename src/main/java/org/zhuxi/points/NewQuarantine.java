package org.zhuxi.points;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.Origin;

/**
 * A wish to withhold what one source recorded.
 *
 * @param id made by the client; sending it again counts once
 * @param community code of the community
 * @param recorder the account that recorded: a person, or the account a device's token belongs to
 * @param from first moment at which the records say they happened
 * @param to the moment after the last; later than now means now
 * @param reason why, 1 to 300 characters
 */
public record NewQuarantine(
        UUID id, String community, UUID recorder, Instant from, Instant to, String reason, Origin origin) {

    public static final int LONGEST_REASON = 300;

    /** More records than this are withheld piece by piece. */
    public static final int MOST_RECORDS = 50_000;

    public static final int MOST_DAYS = 366;
}

package org.zhuxi.report;

import java.time.Instant;
import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * The plan (实施方案) of a place for a year, filed with the office above.
 *
 * @param place code of the place
 * @param document where it can be read: number of the circular or address
 * @param aims what should be reached and by when, in words; may be empty
 */
public record Plan(
        UUID id,
        String place,
        PlacePath path,
        Names name,
        int year,
        String title,
        String document,
        String aims,
        Instant submittedAt,
        Deadline due,
        boolean withdrawn,
        Origin origin) {

    /** Most characters of a title or document. */
    public static final int WORDS = 300;

    /** Most characters of the aims. */
    public static final int AIMS = 2_000;

    public boolean isOnTime() {
        return due.isOnTime(submittedAt);
    }
}

package org.zhuxi.assessment;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * One round of assessments: a year, a place, a standard in one version, and the communities its registers had when it was opened.
 *
 * @param jurisdiction code of the place
 * @param standardVersion fixed when the cycle is opened
 */
public record Cycle(
        UUID id,
        int year,
        String jurisdiction,
        PlacePath path,
        Names names,
        String standard,
        int standardVersion,
        CycleCalendar calendar,
        CycleState state,
        Instant createdAt,
        Origin origin) {

    /** The levels that review; the others are skipped. */
    public Set<ReviewLevel> levels() {
        return EnumSet.copyOf(calendar.reviewBy().keySet());
    }
}

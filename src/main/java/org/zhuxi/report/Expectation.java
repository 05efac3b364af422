package org.zhuxi.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;

/**
 * What a place owes for a year, and what has come of it.
 *
 * @param excuse why nothing is owed after all; empty otherwise
 * @param report what was begun for it, or null
 * @param state of that report, or null
 * @param arrivedAt when it was handed in first, or null
 */
public record Expectation(
        UUID id,
        What what,
        int year,
        String place,
        PlacePath path,
        PlaceKind level,
        Names name,
        Deadline due,
        String excuse,
        @Nullable UUID report,
        @Nullable ReportState state,
        @Nullable Instant arrivedAt,
        Origin origin) {

    /** What is owed. */
    public enum What {
        /** The annual report. */
        ANNUAL,
        /** The plan of what is to be done. */
        PLAN
    }

    /** How it stands. */
    public enum Standing {
        EXCUSED,
        IN_TIME,
        LATE,
        DUE,
        OVERDUE
    }

    public Standing standing(Instant now) {
        if (!excuse.isEmpty()) {
            return Standing.EXCUSED;
        }
        if (arrivedAt != null) {
            return due.isOnTime(arrivedAt) ? Standing.IN_TIME : Standing.LATE;
        }
        return due.isOnTime(now) ? Standing.DUE : Standing.OVERDUE;
    }
}

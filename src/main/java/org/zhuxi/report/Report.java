package org.zhuxi.report;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.place.PlaceKind;

/**
 * The annual report of a place, without its texts.
 *
 * @param place code of the place
 * @param path where it stood when the report was begun
 * @param template code of the template it follows, in the version in which it was begun
 * @param round how often it has been drawn up; 1 until it is returned or taken back
 * @param due until when it is due
 * @param presentedBy who presented it for review last; somebody else reviews and signs
 * @param submittedAt when it was handed in first, or null
 * @param handedInAt when it was handed in last, or null
 * @param onTime whether that was in time; null before
 * @param receipt number of the receipt; empty before
 * @param rootHash SHA-256 over all its numbers, in hex; empty before it is handed in
 */
public record Report(
        UUID id,
        String place,
        PlacePath path,
        PlaceKind level,
        Names name,
        int year,
        String template,
        int templateVersion,
        ReportState state,
        int round,
        Deadline due,
        @Nullable UUID presentedBy,
        @Nullable Instant submittedAt,
        @Nullable Instant handedInAt,
        @Nullable Boolean onTime,
        String receipt,
        String rootHash,
        @Nullable Instant publishedAt,
        Origin origin) {}

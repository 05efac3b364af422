package org.zhuxi.report;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A place that shows others how it is done (示范教育基地).
 *
 * @param place code of where it lies
 * @param source what says so
 * @param visitorsYear the year of the latest count, or null
 * @param visitors how many came in that year, or null
 */
public record DemonstrationBase(
        UUID id,
        String place,
        PlacePath path,
        Names name,
        Names theme,
        LocalDate openedOn,
        String source,
        @Nullable Integer visitorsYear,
        @Nullable Long visitors,
        boolean withdrawn,
        Origin origin) {}

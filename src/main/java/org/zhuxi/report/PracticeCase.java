package org.zhuxi.report;

import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * A practice that others can take over (案例).
 *
 * @param what what was done; may be empty where a source gives the title only
 * @param year in which it was made public
 * @param source where it stands
 */
public record PracticeCase(
        UUID id,
        String place,
        PlacePath path,
        Names title,
        Names what,
        int year,
        String source,
        boolean withdrawn,
        Origin origin) {}

package org.zhuxi.project.asset;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.GeoPoint;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Origin;
import org.zhuxi.kernel.PlacePath;

/**
 * Something a community has and looks after.
 *
 * @param place code of the community
 * @param number as it stands on its plate or in the authority's list; once in an inventory
 * @param where in words, such as 3 栋东侧
 * @param areaM2 in square metres; null when not given
 * @param protection level of protection, such as 一级古树; may be empty
 * @param everyMonths at most so many months lie between two inspections
 * @param condition at the last inspection; null before the first
 * @param dueOn when it has to be inspected next
 * @param openFindings what was found and is not put right
 * @param corridor what only a corridor has; null for everything else
 */
public record Asset(
        CommunityId community,
        UUID id,
        String place,
        PlacePath path,
        AssetKind kind,
        String number,
        Names name,
        String where,
        @Nullable GeoPoint location,
        @Nullable BigDecimal areaM2,
        String protection,
        int everyMonths,
        @Nullable Condition condition,
        @Nullable LocalDate inspectedOn,
        LocalDate dueOn,
        long openFindings,
        @Nullable LocalDate retiredOn,
        Origin origin,
        @Nullable Corridor corridor) {

    public boolean isOverdue(LocalDate today) {
        return retiredOn == null && dueOn.isBefore(today);
    }
}

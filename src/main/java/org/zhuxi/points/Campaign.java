package org.zhuxi.points;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.activity.Activity;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.Ids;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.PlacePath;

/**
 * Extra points on chosen kinds of records in a place, for some days, out of a budget (积分活动).
 *
 * @param extraPercent how much more than the rules give; 0 when it gives a flat bonus
 * @param flatPoints points for each record that earns; 0 when it gives a percentage
 * @param budgetPoints what it gives in all
 * @param spentPoints of these, given and not taken back
 * @param awards how many records it gave something for
 * @param endedAt when it ended before its last day, or null
 * @param endReason why, or null
 */
public record Campaign(
        UUID id,
        CommunityId community,
        PlacePath place,
        Names name,
        List<String> kinds,
        int extraPercent,
        long flatPoints,
        LocalDate firstDay,
        LocalDate lastDay,
        long budgetPoints,
        long spentPoints,
        long awards,
        @Nullable Instant endedAt,
        @Nullable EndReason endReason,
        @Nullable String endNote) {

    public Campaign {
        kinds = List.copyOf(kinds);
    }

    /** Why a campaign ended before its last day. */
    public enum EndReason {
        /** Its budget is spent. */
        SPENT,
        /** Somebody stopped it. */
        STOPPED
    }

    /** How a campaign stands. */
    public enum State {
        PLANNED,
        RUNNING,
        OVER,
        SPENT,
        STOPPED
    }

    public State state(LocalDate today) {
        if (endReason != null) {
            return endReason == EndReason.SPENT ? State.SPENT : State.STOPPED;
        }
        if (today.isBefore(firstDay)) {
            return State.PLANNED;
        }
        return today.isAfter(lastDay) ? State.OVER : State.RUNNING;
    }

    /** Points that are left of the budget. */
    public long left() {
        return budgetPoints - spentPoints;
    }

    /** How much of the budget is spent, 0 to 100. */
    public int percentSpent() {
        return (int) (spentPoints * 100 / budgetPoints);
    }

    /** Whether a record of that day and place earns more by it. */
    public boolean covers(Activity activity) {
        return kinds.contains(activity.kind())
                && place.contains(activity.place())
                && !activity.localDate().isBefore(firstDay)
                && !activity.localDate().isAfter(lastDay);
    }

    /** What it adds to a record that has earned so many points, as long as the budget lasts. */
    public long bonusFor(long earned) {
        return extraPercent > 0 ? Math.multiplyExact(earned, (long) extraPercent) / 100 : flatPoints;
    }

    /** The id of the posting by which it rewards a record: always the same, so that it is posted once. */
    public UUID postingFor(UUID activity) {
        return Ids.derived(activity, "bonus/" + id);
    }
}

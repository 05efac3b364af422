package org.zhuxi.waste.team;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.CommunityId;

/**
 * Keeping watch at a station.
 *
 * @param account whose duty it is, or null while it is free
 * @param who the name of that person; empty while it is free
 * @param offered whether that person would like somebody else to take it
 */
public record Duty(
        CommunityId community,
        UUID id,
        UUID site,
        Instant startsAt,
        Instant endsAt,
        @Nullable UUID account,
        String who,
        boolean offered,
        @Nullable Instant checkedInAt,
        @Nullable Instant checkedOutAt) {

    /** Whether somebody may take it: nobody has it, or whoever has it offers it, and it has not begun. */
    public boolean isFree() {
        return (account == null || offered) && checkedInAt == null;
    }

    public boolean isRunning() {
        return checkedInAt != null && checkedOutAt == null;
    }

    /** The time that was served; zero before it is over. */
    public Duration served() {
        return checkedInAt == null || checkedOutAt == null
                ? Duration.ZERO
                : Duration.between(checkedInAt, checkedOutAt);
    }
}

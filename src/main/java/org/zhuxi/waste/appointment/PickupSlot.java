package org.zhuxi.waste.appointment;

import java.time.LocalDate;
import java.util.UUID;
import org.zhuxi.kernel.CommunityId;

/**
 * A round of a day that can be booked. Times are minutes of the local day.
 *
 * @param capacity how many households it serves
 * @param booked how many are booked and not cancelled
 */
public record PickupSlot(
        CommunityId community,
        UUID id,
        PickupService service,
        LocalDate day,
        int fromMinute,
        int toMinute,
        int capacity,
        int booked) {

    public int free() {
        return Math.max(0, capacity - booked);
    }

    /** Such as 09:00–11:00. */
    public String times() {
        return "%02d:%02d–%02d:%02d".formatted(fromMinute / 60, fromMinute % 60, toMinute / 60, toMinute % 60);
    }
}

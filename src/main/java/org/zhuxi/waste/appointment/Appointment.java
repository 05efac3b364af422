package org.zhuxi.waste.appointment;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;

/**
 * An appointment and where it stands. When it was collected, its id is that of the record.
 *
 * @param door label of the dwelling; empty when the household has moved out
 * @param confirmedAt null until somebody of the round confirms
 * @param ended who ended it and when; null while it is open
 */
public record Appointment(
        UUID id,
        HouseholdRef household,
        String door,
        UUID slot,
        PickupService service,
        LocalDate day,
        int fromMinute,
        int toMinute,
        String items,
        int pieces,
        String meetingPlace,
        @Nullable String photo,
        Instant requestedAt,
        @Nullable Instant confirmedAt,
        @Nullable Ending ended) {

    /** Where it stands. */
    public enum State {
        REQUESTED,
        CONFIRMED,
        COLLECTED,
        CANCELLED
    }

    /**
     * How it ended.
     *
     * @param massKg what was collected in kg, or null when it was cancelled
     * @param note why it was cancelled, or a remark
     * @param byHousehold whether the one who booked it ended it
     */
    public record Ending(
            State state, @Nullable BigDecimal massKg, String note, UUID by, Instant at, boolean byHousehold) {}

    public State state() {
        if (ended != null) {
            return ended.state();
        }
        return confirmedAt == null ? State.REQUESTED : State.CONFIRMED;
    }

    public boolean isOpen() {
        return ended == null;
    }

    /** Such as 09:00–11:00. */
    public String times() {
        return "%02d:%02d–%02d:%02d".formatted(fromMinute / 60, fromMinute % 60, toMinute / 60, toMinute % 60);
    }

    Appointment at(String label) {
        return new Appointment(
                id,
                household,
                label,
                slot,
                service,
                day,
                fromMinute,
                toMinute,
                items,
                pieces,
                meetingPlace,
                photo,
                requestedAt,
                confirmedAt,
                ended);
    }
}

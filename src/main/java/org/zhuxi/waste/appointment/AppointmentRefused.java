package org.zhuxi.waste.appointment;

import java.util.UUID;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** What appointments refuse, and why. */
public abstract sealed class AppointmentRefused extends Refused {

    AppointmentRefused(Problem problem) {
        super(problem);
    }

    /** A value cannot be understood. */
    public static final class Unreadable extends AppointmentRefused {
        public Unreadable(String field, String slug, Object... arguments) {
            super(Problem.ofField(field, slug, arguments));
        }
    }

    /** The round is fully booked. */
    public static final class SlotFull extends AppointmentRefused {
        public SlotFull(int capacity) {
            super(new Problem(
                    "slot-full",
                    Problem.Kind.CONFLICT,
                    java.util.List.of(capacity),
                    java.util.List.of(new Problem.Field("slot", "slot-full", java.util.List.of(capacity)))));
        }
    }

    /** The round has begun, is over or was withdrawn. */
    public static final class SlotGone extends AppointmentRefused {
        public SlotGone() {
            super(Problem.ofField("slot", "slot-gone"));
        }
    }

    /** Households are still booked for the round. */
    public static final class SlotBooked extends AppointmentRefused {
        public SlotBooked(int booked) {
            super(Problem.of("slot-booked", Problem.Kind.CONFLICT, booked));
        }
    }

    /** The appointment has ended already. */
    public static final class Ended extends AppointmentRefused {
        public Ended(Appointment.State state) {
            super(Problem.of("appointment-ended", Problem.Kind.CONFLICT, state.name()));
        }
    }

    /** The id was used for another appointment. */
    public static final class Conflict extends AppointmentRefused {
        public Conflict(UUID id) {
            super(Problem.of("appointment-conflict", Problem.Kind.CONFLICT, id.toString()));
        }
    }

    /** The record module refused the record; its problem says why. */
    public static final class RecordRefused extends AppointmentRefused {
        public RecordRefused(Problem problem) {
            super(problem);
        }
    }
}

package org.zhuxi.sensing;

import java.time.LocalDate;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What this module refuses, and why. */
public abstract sealed class SensingRefused extends Refused {

    private SensingRefused(Problem problem) {
        super(problem);
    }

    /** The code is not one that is printed on devices. */
    public static final class NoCode extends SensingRefused {
        public NoCode() {
            super(Problem.ofField("code", "sensing-code"));
        }
    }

    /** The device has been claimed before. */
    public static final class Claimed extends SensingRefused {
        public Claimed(String code) {
            super(Problem.ofField("code", "sensing-claimed", code));
        }
    }

    /** The place is none, or lies above communities. */
    public static final class NoPlace extends SensingRefused {
        public NoPlace() {
            super(Problem.ofField("place", "sensing-place"));
        }
    }

    /** The device is out of use. */
    public static final class Retired extends SensingRefused {
        public Retired(String code) {
            super(Problem.of("sensing-retired", Kind.CONFLICT, code));
        }
    }

    /** The message holds no readings, or too many. */
    public static final class NoReadings extends SensingRefused {
        public NoReadings(int most) {
            super(Problem.ofField("readings", "sensing-readings", most));
        }
    }

    /** Nobody lives behind the door now. */
    public static final class NoHousehold extends SensingRefused {
        public NoHousehold() {
            super(Problem.ofField("place", "sensing-no-household"));
        }
    }

    /** The household has such a meter; it can be replaced. */
    public static final class MeterKnown extends SensingRefused {
        public MeterKnown() {
            super(Problem.of("sensing-meter-known", Kind.CONFLICT));
        }
    }

    /** A reading is smaller than the one before. */
    public static final class MeterBackwards extends SensingRefused {
        public MeterBackwards(LocalDate day, String value) {
            super(Problem.ofField("value", "sensing-meter-backwards", day, value));
        }
    }

    /** The day lies before the meter was put up, or in the future. */
    public static final class MeterDay extends SensingRefused {
        public MeterDay(LocalDate since, LocalDate today) {
            super(Problem.ofField("day", "sensing-meter-day", since, today));
        }
    }

    /** No meter of this kind hangs behind the door, or it is none of this person's. */
    public static final class NoMeter extends SensingRefused {
        public NoMeter() {
            super(Problem.ofField("door", "sensing-no-meter"));
        }
    }

    /** Another value stands for the same day. */
    public static final class DayRead extends SensingRefused {
        public DayRead(LocalDate day, String value) {
            super(Problem.of("sensing-meter-day-read", Kind.CONFLICT, day, value));
        }
    }

    /** The id is there with other content; the first one stands. */
    public static final class OtherReading extends SensingRefused {
        public OtherReading(LocalDate day, String value) {
            super(Problem.of("sensing-meter-other-reading", Kind.CONFLICT, day, value));
        }
    }

    /** Somebody else is signed in than the one who read the meter. */
    public static final class OtherAccount extends SensingRefused {
        public OtherAccount() {
            super(Problem.of("field-other-account", Kind.CONFLICT));
        }
    }

    /** The meter was taken away. */
    public static final class MeterClosed extends SensingRefused {
        public MeterClosed(LocalDate on) {
            super(Problem.of("sensing-meter-closed", Kind.CONFLICT, on));
        }
    }

    /** A meter passed zero and it is not known where it begins again. */
    public static final class NoCapacity extends SensingRefused {
        public NoCapacity() {
            super(Problem.ofField("rolledOver", "sensing-meter-capacity"));
        }
    }

    /** The first day is not before the last. */
    public static final class NoPeriod extends SensingRefused {
        public NoPeriod() {
            super(Problem.ofField("to", "sensing-period"));
        }
    }

    /** The value at which an alarm is over lies on the bad side of its threshold. */
    public static final class BackBeyond extends SensingRefused {
        public BackBeyond() {
            super(Problem.ofField("backAt", "sensing-alarm-back"));
        }
    }

    /** There is nothing to be done about the alarm any more. */
    public static final class AlarmOver extends SensingRefused {
        public AlarmOver() {
            super(Problem.of("sensing-alarm-over", Kind.CONFLICT));
        }
    }

    /** Records of another tap stand for the same readings, or will. */
    public static final class Tapped extends SensingRefused {
        public Tapped() {
            super(Problem.of("sensing-tapped", Kind.CONFLICT));
        }
    }

    /** Records of this kind are not taken any more for the day from which a tap is to count, or the day has not come. */
    public static final class TapDay extends SensingRefused {
        public TapDay(LocalDate first, LocalDate last) {
            super(Problem.ofField("since", "sensing-tap-day", first, last));
        }
    }

    /** The file that came with a reading is no photo. */
    public static final class NoPhoto extends SensingRefused {
        public NoPhoto() {
            super(Problem.ofField("photo", "sensing-no-photo"));
        }
    }

    /** The tap has ended. */
    public static final class TapEnded extends SensingRefused {
        public TapEnded() {
            super(Problem.of("sensing-tap-ended", Kind.CONFLICT));
        }
    }

    /** With these readings the counter would still have run backwards. */
    public static final class TapBackwards extends SensingRefused {
        public TapBackwards(String before, String after) {
            super(Problem.ofField("last", "sensing-tap-backwards", before, after));
        }
    }
}

package org.zhuxi.waste.chain;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.UUID;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;
import org.zhuxi.waste.WasteClass;

/** What the waste chain refuses, and why. */
public abstract sealed class ChainRefused extends Refused {

    ChainRefused(Problem problem) {
        super(problem);
    }

    /** A value of a form or a request cannot be understood. */
    public static final class Unreadable extends ChainRefused {
        public Unreadable(String field, String slug, Object... arguments) {
            super(Problem.ofField(field, slug, arguments));
        }
    }

    /** The code or the plate is taken. */
    public static final class Exists extends ChainRefused {
        public Exists(String what) {
            super(Problem.of("chain-exists", Problem.Kind.CONFLICT, what));
        }
    }

    /** The vehicle may not carry this class: mixed collection. */
    public static final class MixedCollection extends ChainRefused {
        public MixedCollection(String plate, WasteClass wasteClass) {
            super(Problem.ofField("plate", "mixed-collection", plate, wasteClass.names()));
        }
    }

    /** No vehicle that serves this community has the plate. */
    public static final class VehicleUnknown extends ChainRefused {
        public VehicleUnknown(String plate) {
            super(Problem.ofField("plate", "vehicle-unknown", plate));
        }
    }

    /** No facility that serves this community has the code. */
    public static final class FacilityUnknown extends ChainRefused {
        public FacilityUnknown(String code) {
            super(Problem.ofField("facility", "facility-unknown", code));
        }
    }

    /** The facility does not take this class. */
    public static final class NotTakenThere extends ChainRefused {
        public NotTakenThere(Names facility, WasteClass wasteClass) {
            super(Problem.ofField("facility", "facility-class", facility, wasteClass.names()));
        }
    }

    /** One of the sites is no station of this community. */
    public static final class StationUnknown extends ChainRefused {
        public StationUnknown() {
            super(Problem.ofField("stations", "collection-station-unknown"));
        }
    }

    /** The two weights differ by more than the tolerance and nobody says why. */
    public static final class DifferenceUnexplained extends ChainRefused {
        public DifferenceUnexplained(BigDecimal sentKg, BigDecimal receivedKg) {
            super(Problem.ofField(
                    "explanation", "difference-unexplained", sentKg.toPlainString(), receivedKg.toPlainString()));
        }
    }

    /** The destination has said what it received; the first word stands. */
    public static final class AlreadyReceived extends ChainRefused {
        public AlreadyReceived(BigDecimal receivedKg) {
            super(Problem.of("already-received", Problem.Kind.CONFLICT, receivedKg.toPlainString()));
        }
    }

    /** Whoever stated one of the two weights cannot let their difference stand. */
    public static final class OwnDifference extends ChainRefused {
        public OwnDifference() {
            super(Problem.of("own-difference", Problem.Kind.CONFLICT));
        }
    }

    /** There is no difference that somebody would have to look at. */
    public static final class NothingToSettle extends ChainRefused {
        public NothingToSettle() {
            super(Problem.of("nothing-to-settle", Problem.Kind.CONFLICT));
        }
    }

    /** The id was used for something else before; the first one stands. */
    public static final class Conflict extends ChainRefused {
        public Conflict(UUID id) {
            super(Problem.of("chain-conflict", Problem.Kind.CONFLICT, id.toString()));
        }
    }

    /** The record module refused the record; its problem says why. */
    public static final class RecordRefused extends ChainRefused {
        public RecordRefused(Problem problem) {
            super(problem);
        }
    }

    /** More is said to come out than went in. */
    public static final class MoreOutThanIn extends ChainRefused {
        public MoreOutThanIn(BigDecimal outKg, BigDecimal inKg) {
            super(Problem.ofField("productKg", "more-out-than-in", outKg.toPlainString(), inKg.toPlainString()));
        }
    }

    /** The month has been closed; it can be opened again with a reason. */
    public static final class MonthClosed extends ChainRefused {
        public MonthClosed(YearMonth month) {
            super(Problem.of("month-closed", Problem.Kind.CONFLICT, month.toString()));
        }
    }

    /** The month has not been closed. */
    public static final class MonthOpen extends ChainRefused {
        public MonthOpen(YearMonth month) {
            super(Problem.of("month-open", Problem.Kind.CONFLICT, month.toString()));
        }
    }

    /** A month that is not over cannot be closed. */
    public static final class MonthNotOver extends ChainRefused {
        public MonthNotOver(YearMonth month) {
            super(Problem.of("month-not-over", Problem.Kind.CONFLICT, month.toString()));
        }
    }

    /** Whoever recorded or explained something of a month cannot close it. */
    public static final class OwnMonth extends ChainRefused {
        public OwnMonth(YearMonth month) {
            super(Problem.of("own-month", Problem.Kind.CONFLICT, month.toString()));
        }
    }

    /** The explanation has been taken back before, or is itself a counter-entry. */
    public static final class TakenBack extends ChainRefused {
        public TakenBack() {
            super(Problem.of("explanation-taken-back", Problem.Kind.CONFLICT));
        }
    }
}

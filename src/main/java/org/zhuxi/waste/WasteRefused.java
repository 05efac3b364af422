package org.zhuxi.waste;

import java.time.LocalDate;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** What this module refuses, and why. */
public abstract sealed class WasteRefused extends Refused {

    WasteRefused(Problem problem) {
        super(problem);
    }

    /** Two windows of one timetable are open at the same time on the same day. */
    public static final class WindowsOverlap extends WasteRefused {
        public WindowsOverlap(OpeningWindow.Overlap overlap) {
            super(Problem.ofField(
                    "windows",
                    "windows-overlap",
                    overlap.day().getValue(),
                    overlap.first().times(),
                    overlap.second().times()));
        }
    }

    /** A timetable can begin today or later; what has been is not changed. */
    public static final class TimetableInThePast extends WasteRefused {
        public TimetableInThePast(LocalDate asked, LocalDate today) {
            super(Problem.ofField("validFrom", "timetable-in-the-past", asked.toString(), today.toString()));
        }
    }

    /** The site is a drop-off station already. */
    public static final class StationExists extends WasteRefused {
        public StationExists(String name) {
            super(Problem.of("station-exists", Problem.Kind.CONFLICT, name));
        }
    }

    /** No household belongs to what was typed or scanned, or not one this person may serve. */
    public static final class HouseholdUnknown extends WasteRefused {
        public HouseholdUnknown(String typed) {
            super(Problem.ofField("card", "card-unknown", typed));
        }
    }

    /** The station does not take this class. */
    public static final class ClassNotAccepted extends WasteRefused {
        public ClassNotAccepted(WasteClass wasteClass, Station station) {
            super(Problem.ofField(
                    "wasteClass",
                    "class-not-accepted",
                    wasteClass.names(),
                    station.site().name()));
        }
    }

    /** A value of a form or a request cannot be understood. */
    public static final class Unreadable extends WasteRefused {
        public Unreadable(String field, String slug, Object... arguments) {
            super(Problem.ofField(field, slug, arguments));
        }
    }

    /** More bags are said to be correct than were checked. */
    public static final class MoreCorrectThanChecked extends WasteRefused {
        public MoreCorrectThanChecked(int correct, int checked) {
            super(Problem.ofField("correct", "more-correct-than-checked", correct, checked));
        }
    }

    /** The record module refused the record; its problem says why. */
    public static final class RecordRefused extends WasteRefused {
        public RecordRefused(Problem problem) {
            super(problem);
        }
    }

    /** Drops that one account recorded on a phone are sent while another one is signed in. */
    public static final class OtherAccount extends WasteRefused {
        public OtherAccount() {
            super(Problem.of("field-other-account", Problem.Kind.CONFLICT));
        }
    }
}

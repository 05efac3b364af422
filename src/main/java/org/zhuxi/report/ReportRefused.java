package org.zhuxi.report;

import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a report was not begun, written, signed or handed in. */
public abstract sealed class ReportRefused extends Refused {

    private ReportRefused(Problem problem) {
        super(problem);
    }

    /** The code names no place from community to nation. */
    public static final class NoPlace extends ReportRefused {
        public NoPlace() {
            super(Problem.ofField("place", "report-place"));
        }
    }

    /** What was typed is no year for which there are reports. */
    public static final class NoYear extends ReportRefused {
        public NoYear() {
            super(Problem.ofField("year", "report-year"));
        }
    }

    /** What was typed is no day. */
    public static final class NoDay extends ReportRefused {
        public NoDay(String field) {
            super(Problem.ofField(field, "report-day"));
        }
    }

    /** The place has a report of that year. */
    public static final class Begun extends ReportRefused {
        public Begun(Names place, int year) {
            super(Problem.ofField("place", "report-begun", place, String.valueOf(year)));
        }
    }

    /** A text is missing or too long. */
    public static final class Length extends ReportRefused {
        public Length(String field, int most) {
            super(Problem.ofField(field, "report-length", String.valueOf(most)));
        }
    }

    /** Somebody typed a number into a text. */
    public static final class TypedNumber extends ReportRefused {
        /** @param cite what to write instead, such as {@code {F02}} */
        public TypedNumber(String field, String typed, String cite) {
            super(Problem.ofField(field, "report-typed-number", typed, cite));
        }
    }

    /** A text cites a figure that there is not. */
    public static final class UnknownFigure extends ReportRefused {
        public UnknownFigure(String field, String code) {
            super(Problem.ofField(field, "report-unknown-figure", code));
        }
    }

    /** The report is not open for writing. */
    public static final class Closed extends ReportRefused {
        public Closed() {
            super(Problem.of("report-closed", Kind.CONFLICT));
        }
    }

    /** Somebody else changed the text meanwhile. */
    public static final class Changed extends ReportRefused {
        public Changed(String by) {
            super(Problem.of("report-changed", Kind.CONFLICT, by));
        }
    }

    /** The step does not lead on from where the report stands. */
    public static final class WrongStep extends ReportRefused {
        public WrongStep() {
            super(Problem.of("report-step", Kind.CONFLICT));
        }
    }

    /** Who presented a report neither reviews nor signs it. */
    public static final class OwnReport extends ReportRefused {
        public OwnReport() {
            super(Problem.of("report-own", Kind.CONFLICT));
        }
    }

    /** Only the office above receives a report. */
    public static final class NotAbove extends ReportRefused {
        public NotAbove() {
            super(Problem.of("report-not-above", Kind.CONFLICT));
        }
    }

    /** Reports of places below have not been accepted. */
    public static final class LowerOpen extends ReportRefused {
        public LowerOpen(long count, Names first) {
            super(Problem.of("report-lower-open", Kind.CONFLICT, String.valueOf(count), first));
        }
    }

    /** The numbers a report is about are not there. */
    public static final class NoNumbers extends ReportRefused {
        public NoNumbers() {
            super(Problem.of("report-no-numbers", Kind.CONFLICT));
        }
    }

    /** A number was published and has changed since. */
    public static final class Moved extends ReportRefused {
        public Moved(Names figure, String published, String now) {
            super(Problem.of("report-moved", Kind.CONFLICT, figure, published, now));
        }
    }

    /** The report above that rests on this one is handed in. */
    public static final class AboveHandedIn extends ReportRefused {
        public AboveHandedIn(Names place) {
            super(Problem.of("report-above-handed-in", Kind.CONFLICT, place));
        }
    }

    /** The department does not sign this report, or has signed. */
    public static final class NoSignature extends ReportRefused {
        public NoSignature() {
            super(Problem.of("report-signature", Kind.CONFLICT));
        }
    }

    /** There is no place of that level below. */
    public static final class NobodyToCall extends ReportRefused {
        public NobodyToCall() {
            super(Problem.ofField("level", "report-nobody"));
        }
    }

    /** The day lies in the future, or before the year of the report. */
    public static final class NotThen extends ReportRefused {
        public NotThen() {
            super(Problem.ofField("day", "report-not-then"));
        }
    }

    /** An amount is none, or more than was planned. */
    public static final class NoAmount extends ReportRefused {
        public NoAmount(String field) {
            super(Problem.ofField(field, "report-amount"));
        }
    }

    /** A choice is not on the list. */
    public static final class NoChoice extends ReportRefused {
        public NoChoice(String field) {
            super(Problem.ofField(field, "report-choice"));
        }
    }
}

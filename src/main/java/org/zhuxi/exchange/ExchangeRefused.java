package org.zhuxi.exchange;

import java.util.List;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** Why a table is not taken in or given out. */
public abstract sealed class ExchangeRefused extends Refused {

    private ExchangeRefused(Problem problem) {
        super(problem);
    }

    /** The head line lacks columns that are needed. */
    public static final class MissingColumns extends ExchangeRefused {
        public MissingColumns(String columns) {
            super(Problem.ofField("file", "exchange-columns", columns));
        }
    }

    /** A file without rows below its head line, or with too many. */
    public static final class WrongLength extends ExchangeRefused {
        public WrongLength(long rows, long most) {
            super(Problem.ofField("file", "exchange-rows", rows, most));
        }
    }

    /** The dry run is not over, or the table has been taken already. */
    public static final class NotReady extends ExchangeRefused {
        public NotReady() {
            super(Problem.of("exchange-not-ready", Kind.CONFLICT));
        }
    }

    /** Nothing was taken, it is still being taken, or such a table cannot be taken back. */
    public static final class NothingToUndo extends ExchangeRefused {
        public NothingToUndo() {
            super(Problem.of("exchange-nothing-to-undo", Kind.CONFLICT));
        }
    }

    /** The very file whose rows were taken back. */
    public static final class TakenBack extends ExchangeRefused {
        public TakenBack() {
            super(Problem.ofField("file", "exchange-taken-back"));
        }
    }

    /** A table in which a virus was found; it was not kept. */
    public static final class InfectedFile extends ExchangeRefused {
        public InfectedFile() {
            super(Problem.ofField("file", "file-infected"));
        }
    }

    /** A table at which the scanner for viruses could not look in time; it was not kept, and may be sent again. */
    public static final class UnscannedFile extends ExchangeRefused {
        public UnscannedFile() {
            super(new Problem(
                    "file-unscanned",
                    Kind.UNAVAILABLE,
                    List.of(),
                    List.of(new Problem.Field("file", "file-unscanned", List.of()))));
        }
    }

    /** A table that hands nothing out, or has not been taken. */
    public static final class NothingToHandOut extends ExchangeRefused {
        public NothingToHandOut() {
            super(Problem.of("exchange-nothing-to-hand-out", Kind.CONFLICT));
        }
    }

    /** A day in an address that is none. */
    public static final class NoDay extends ExchangeRefused {
        public NoDay(String field, String typed) {
            super(Problem.ofField(field, "exchange-day", typed));
        }
    }
}

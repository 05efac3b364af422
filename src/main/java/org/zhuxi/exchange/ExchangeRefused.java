package org.zhuxi.exchange;

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

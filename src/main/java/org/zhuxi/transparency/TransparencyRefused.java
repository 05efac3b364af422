package org.zhuxi.transparency;

import java.util.UUID;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Refused;

/** Why the log could not do what was asked. */
public abstract sealed class TransparencyRefused extends Refused {

    private TransparencyRefused(Problem problem) {
        super(problem);
    }

    /** The record was kept before there was a log and has not been entered yet. */
    public static final class NotEntered extends TransparencyRefused {
        public NotEntered(UUID record) {
            super(Problem.of("receipt-not-entered", Problem.Kind.NOT_FOUND, record.toString()));
        }
    }

    /** The record is not what was entered; somebody changed it in the database. */
    public static final class Altered extends TransparencyRefused {
        public Altered(UUID record) {
            super(Problem.of("receipt-altered", Problem.Kind.CONFLICT, record.toString()));
        }
    }

    /** The month's secret was destroyed, as the law may demand. */
    public static final class MonthClosed extends TransparencyRefused {
        public MonthClosed(int month) {
            super(Problem.of("receipt-month-closed", Problem.Kind.CONFLICT, String.valueOf(month)));
        }
    }
}

package org.zhuxi.waste.buyback;

import java.time.LocalDate;
import java.time.YearMonth;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What buy-back refuses, and why. */
public abstract sealed class BuyBackRefused extends Refused {

    BuyBackRefused(Problem problem) {
        super(problem);
    }

    /** A batch is longer than a server takes at once. */
    public static final class TooMany extends BuyBackRefused {
        public TooMany(int sent, int most) {
            super(Problem.of("buyback-too-many", Kind.INVALID, sent, most));
        }
    }

    /** One receipt cannot be taken; its problem says why. */
    public static final class NotTaken extends BuyBackRefused {
        public NotTaken(Problem problem) {
            super(problem);
        }
    }

    /** A recycler of this name works here already. */
    public static final class RecyclerExists extends BuyBackRefused {
        public RecyclerExists(String name) {
            super(new Problem(
                    "recycler-exists",
                    Kind.CONFLICT,
                    java.util.List.of(name),
                    java.util.List.of(new Problem.Field("name", "recycler-exists", java.util.List.of(name)))));
        }
    }

    /** The person works for another recycler in this community. */
    public static final class PersonEngaged extends BuyBackRefused {
        public PersonEngaged(String username) {
            super(Problem.ofField("username", "recycler-person-engaged", username));
        }
    }

    /** Prices of days that have begun are not rewritten. */
    public static final class PriceFixed extends BuyBackRefused {
        public PriceFixed(Material material, LocalDate asked, LocalDate earliest) {
            super(Problem.ofField(
                    "validFrom", "buyback-price-fixed", material.names(), asked.toString(), earliest.toString()));
        }
    }

    /** Whoever handed the receipt out does not take it back. */
    public static final class OwnReceipt extends BuyBackRefused {
        public OwnReceipt() {
            super(Problem.of("buyback-own-receipt", Kind.FORBIDDEN));
        }
    }

    /** It was taken back before, or is itself a reversal. */
    public static final class ReversedAlready extends BuyBackRefused {
        public ReversedAlready(String number) {
            super(Problem.of("buyback-reversed-already", Kind.CONFLICT, number));
        }
    }

    /** A reversal needs a reason. */
    public static final class ReasonMissing extends BuyBackRefused {
        public ReasonMissing(int most) {
            super(Problem.ofField("reason", "buyback-reason", most));
        }
    }

    /** A month is closed after its last day. */
    public static final class MonthNotOver extends BuyBackRefused {
        public MonthNotOver(YearMonth month) {
            super(Problem.of("buyback-month-not-over", Kind.CONFLICT, month.toString()));
        }
    }

    /** It is closed; what comes later belongs to the next month. */
    public static final class MonthClosed extends BuyBackRefused {
        public MonthClosed(YearMonth month) {
            super(Problem.of("buyback-month-closed", Kind.CONFLICT, month.toString()));
        }
    }

    /** There is not one receipt in the month. */
    public static final class NothingToSettle extends BuyBackRefused {
        public NothingToSettle(YearMonth month) {
            super(Problem.of("buyback-nothing-to-settle", Kind.CONFLICT, month.toString()));
        }
    }
}

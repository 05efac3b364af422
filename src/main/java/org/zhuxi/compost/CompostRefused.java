package org.zhuxi.compost;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.zhuxi.kernel.Problem;
import org.zhuxi.kernel.Problem.Kind;
import org.zhuxi.kernel.Refused;

/** What is refused about composting, and why. */
public abstract sealed class CompostRefused extends Refused {

    private CompostRefused(Problem problem) {
        super(problem);
    }

    /** A field is missing, cannot be read or cannot be; the slug says which of these. */
    public static final class Unreadable extends CompostRefused {
        public Unreadable(String field, String slug, Object... arguments) {
            super(Problem.ofField(field, slug, arguments));
        }
    }

    /** The household's record was refused, for the reason that the records give. */
    public static final class NotRecorded extends CompostRefused {
        public NotRecorded(Problem why) {
            super(why);
        }
    }

    /** A batch of a request has too many or no items. */
    public static final class BatchSize extends CompostRefused {
        public BatchSize(int most) {
            super(Problem.of("compost-batch-size", Kind.INVALID, most));
        }
    }

    /** Somebody else is signed in than recorded these entries. */
    public static final class OtherAccount extends CompostRefused {
        public OtherAccount() {
            super(Problem.of("field-other-account", Kind.CONFLICT));
        }
    }

    /** The id is there with other content; the first one stands. */
    public static final class Conflict extends CompostRefused {
        public Conflict(UUID id) {
            super(Problem.of("compost-conflict", Kind.CONFLICT, id.toString()));
        }
    }

    /** The site has a unit of that name already. */
    public static final class UnitExists extends CompostRefused {
        public UnitExists(String code) {
            super(Problem.ofField("code", "compost-unit-exists", code));
        }
    }

    /** The batch cannot go where somebody wanted it to go. */
    public static final class BatchMoved extends CompostRefused {
        public BatchMoved(BatchState from, BatchState to) {
            super(Problem.of("compost-batch-state", Kind.CONFLICT, from.name(), to.name()));
        }
    }

    /** The month is submitted, rejected or published: nothing can be entered for it or taken back. */
    public static final class MonthClosed extends CompostRefused {
        public MonthClosed(YearMonth month, MonthState state) {
            super(Problem.of(
                    state == MonthState.PUBLISHED ? "compost-month-published" : "compost-month-closed",
                    Kind.CONFLICT,
                    month.toString()));
        }
    }

    /** The month is in another state than what was asked for needs. */
    public static final class MonthMoved extends CompostRefused {
        public MonthMoved(YearMonth month) {
            super(Problem.of("compost-month-moved", Kind.CONFLICT, month.toString()));
        }
    }

    /** The month is not over. */
    public static final class MonthRuns extends CompostRefused {
        public MonthRuns(YearMonth month) {
            super(Problem.of("compost-month-runs", Kind.CONFLICT, month.toString()));
        }
    }

    /** Whoever recorded or submitted something of a month does not decide about it. */
    public static final class OwnMonth extends CompostRefused {
        public OwnMonth() {
            super(Problem.of("compost-month-own", Kind.FORBIDDEN));
        }
    }

    /** Some entries still have to be looked at, or were found wrong. */
    public static final class NotLookedAt extends CompostRefused {
        public NotLookedAt(long missing, long wrong) {
            super(Problem.of("compost-month-looks", Kind.CONFLICT, missing, wrong));
        }
    }

    /** Buckets were counted, but too few were weighed that month to turn them into kilograms. */
    public static final class DensityMissing extends CompostRefused {
        public DensityMissing(List<String> materials, int enough) {
            super(Problem.of("compost-density-missing", Kind.CONFLICT, String.join(", ", materials), enough));
        }
    }

    /** No month of the period is published, or none of its waste counts for the climate. */
    public static final class NothingPublished extends CompostRefused {
        public NothingPublished(String period) {
            super(Problem.of("compost-nothing-published", Kind.CONFLICT, period));
        }
    }

    /** Nobody has entered what the city does with its waste. */
    public static final class BaselineMissing extends CompostRefused {
        public BaselineMissing(int year) {
            super(Problem.of("compost-baseline-missing", Kind.CONFLICT, Integer.toString(year)));
        }
    }

    /** The month of a ledger is confirmed: nothing can be noted for it or taken back. */
    public static final class LedgerClosed extends CompostRefused {
        public LedgerClosed(YearMonth month) {
            super(Problem.of("compost-ledger-closed", Kind.CONFLICT, month.toString()));
        }
    }

    /** Nothing stands in the month of a ledger. */
    public static final class LedgerEmpty extends CompostRefused {
        public LedgerEmpty(YearMonth month) {
            super(Problem.of("compost-ledger-empty", Kind.CONFLICT, month.toString()));
        }
    }

    /** More is handed out than was made. */
    public static final class MoreThanMade extends CompostRefused {
        public MoreThanMade(java.math.BigDecimal leftKg) {
            super(Problem.ofField("massKg", "compost-more-than-made", leftKg));
        }
    }

    /** Whoever belongs to a site's team cannot be taken into it again. */
    public static final class InTeam extends CompostRefused {
        public InTeam(String name, LocalDate since) {
            super(Problem.of("compost-in-team", Kind.CONFLICT, name, since));
        }
    }

    /** The membership ended before. */
    public static final class LeftTeam extends CompostRefused {
        public LeftTeam() {
            super(Problem.of("compost-left-team", Kind.CONFLICT));
        }
    }

    /** What was taken back already cannot be taken back again. */
    public static final class TakenBack extends CompostRefused {
        public TakenBack() {
            super(Problem.of("compost-taken-back", Kind.CONFLICT));
        }
    }
}

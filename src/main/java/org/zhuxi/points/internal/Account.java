package org.zhuxi.points.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.points.PostingKind;

/** The state of one household's account while a batch is decided; its row is locked meanwhile. */
final class Account {

    /** More points than this never move at once, and totals stay clear of the end of 64 bits. */
    static final long MOST_AT_ONCE = 1_000_000_000_000L;

    private static final long MOST_IN_ALL = Long.MAX_VALUE - 4 * MOST_AT_ONCE;

    private final HouseholdRef household;
    private final long version;
    private final @Nullable String row;
    private State state;
    private boolean changed;

    /**
     * @param row where the locked row lies, PostgreSQL's {@code ctid}; null when there is no row
     */
    Account(HouseholdRef household, long version, @Nullable String row, State state) {
        this.household = household;
        this.version = version;
        this.row = row;
        this.state = state;
    }

    static Account fresh(HouseholdRef household) {
        return new Account(household, 0, null, new State(0, 0, 0, 0, null, Lots.NONE, CapUsage.NONE));
    }

    /**
     * @param credits all points that ever came in
     * @param debits all points that ever went out
     * @param advanced all points it ever owed
     * @param repaid all points of these it paid back
     * @param last its latest posting, or null
     */
    record State(
            long credits,
            long debits,
            long advanced,
            long repaid,
            @Nullable UUID last,
            Lots lots,
            CapUsage caps) {}

    HouseholdRef household() {
        return household;
    }

    long version() {
        return version;
    }

    @Nullable
    String row() {
        return row;
    }

    State state() {
        return state;
    }

    boolean isChanged() {
        return changed;
    }

    long balance() {
        return state.credits - state.debits;
    }

    long owed() {
        return state.advanced - state.repaid;
    }

    boolean canReceive(long points) {
        return points <= MOST_AT_ONCE && state.credits <= MOST_IN_ALL;
    }

    /** Points come in and make a lot that is valid to the day named. */
    Posting receive(Move move, Instant now) {
        return receive(move, Lots.NONE.add(dayOf(move), move.points()), now);
    }

    /** Points come in and keep the lots they have. */
    Posting receive(Move move, Lots coming, Instant now) {
        var points = move.points();
        if (coming.total() != points) {
            throw new IllegalArgumentException("Lots of " + coming.total() + " points for " + points);
        }
        var lots = state.lots.addAll(coming);
        var advanced = move.kind() == PostingKind.ADVANCE ? points : 0;
        var credits = Math.addExact(state.credits, points);
        return change(
                move,
                true,
                now,
                new State(credits, state.debits, state.advanced + advanced, state.repaid, move.id(), lots, state.caps));
    }

    /** Points go out, those of the day named before others, else those that expire first. */
    Posting give(Move move, Instant now) {
        var points = move.points();
        var taken = move.details().expiresOn() == null
                ? state.lots.take(points)
                : new Lots.Taken(state.lots.takePreferring(dayOf(move), points), dayOf(move));
        var repaid = move.kind() == PostingKind.REPAYMENT ? points : 0;
        var debits = Math.addExact(state.debits, points);
        var latest = LocalDate.ofEpochDay(taken.latest());
        return change(
                until(latest, move),
                false,
                now,
                new State(
                        state.credits,
                        debits,
                        state.advanced,
                        state.repaid + repaid,
                        move.id(),
                        taken.rest(),
                        state.caps));
    }

    void countTowardsCap(LocalDate day, Order.RuleUse rule, long points, LocalDate today) {
        var caps = state.caps.add(day.toEpochDay(), rule.number(), points, today.toEpochDay());
        state = new State(state.credits, state.debits, state.advanced, state.repaid, state.last, state.lots, caps);
    }

    private Posting change(Move move, boolean toHousehold, Instant now, State next) {
        var previous = state.last;
        state = next;
        changed = true;
        return new Posting(
                move.id(),
                household,
                toHousehold,
                move.counter(),
                move.kind(),
                move.points(),
                move.details(),
                move.reverses(),
                move.fingerprint(),
                now,
                previous,
                balance());
    }

    private static Move until(LocalDate latest, Move move) {
        var old = move.details();
        var details = new Posting.Details(old.businessDay(), latest, old.rule(), old.cause());
        return new Move(
                move.id(), move.kind(), move.counter(), move.points(), details, move.reverses(), move.fingerprint());
    }

    private static long dayOf(Move move) {
        var day = move.details().expiresOn();
        if (day == null) {
            throw new IllegalArgumentException("Points that come in need a last valid day");
        }
        return day.toEpochDay();
    }
}

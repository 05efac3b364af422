package org.zhuxi.platform.manifest;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.Names;
import org.zhuxi.kernel.Period;
import org.zhuxi.kernel.PlacePath;

/** A published number that opens: its value for a place and a period, and one step down towards its records. */
public interface FigureSource {

    /** Stable code, such as {@code waste.kitchen.mass}. */
    String code();

    Names names();

    /** How it is reckoned, in plain words. */
    Names formula();

    /** The unit as people read it, such as kg; empty for a plain count. */
    Names unit();

    /** Decimals shown. */
    int decimals();

    /** Whether the values of the parts add up to the value of the whole; not so for a count of different households. */
    boolean additive();

    Value value(PlacePath place, Period period);

    /**
     * One step down: from a place to the places below it, from a community to its days, from a day to its records.
     *
     * @param after key of the last record seen, or null for the first page
     */
    Trail trail(PlacePath place, Period period, @Nullable String after);

    /**
     * @param verified what has been verified
     * @param provisional what is recorded and still waits for verification; never mixed with the former
     * @param records how many records carry the verified value
     * @param suppressed whether the value is withheld because it would single out too few; all numbers are zero then
     */
    record Value(BigDecimal verified, BigDecimal provisional, long records, boolean suppressed) {

        public Value(BigDecimal verified, BigDecimal provisional, long records) {
            this(verified, provisional, records, false);
        }

        /** Whether nothing is recorded, as against nothing that may be told. */
        public boolean isNothing() {
            return !suppressed && records == 0 && provisional.signum() == 0;
        }
    }

    /**
     * @param total the value of the place and period asked for
     * @param steps the parts it consists of; empty when records are listed
     * @param records the records themselves, without anything that names a household
     * @param next key of the next page of records, or null
     */
    record Trail(
            Value total,
            List<Step> steps,
            List<Entry> records,
            @Nullable String next) {

        /** The steps to which anything is recorded; all of them when that is none. */
        public List<Step> busySteps() {
            var busy = steps.stream().filter(step -> !step.value().isNothing()).toList();
            return busy.isEmpty() ? steps : busy;
        }

        /** The steps that are left. */
        public List<Step> idleSteps() {
            var busy = busySteps();
            return steps.stream().filter(step -> !busy.contains(step)).toList();
        }
    }

    /** A part of a figure: the same figure for a smaller place or a shorter period. */
    record Step(Names label, PlacePath place, Period period, Value value) {}

    /**
     * A record that carries the figure.
     *
     * @param id the activity
     * @param amount its contribution
     * @param verifiedBy how it was verified: RULE, SAMPLE or REVIEW
     */
    record Entry(UUID id, Names kind, java.time.LocalDate day, Names place, BigDecimal amount, String verifiedBy) {}
}

package org.zhuxi.points.internal;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.zhuxi.kernel.HouseholdRef;
import org.zhuxi.points.PostingKind;

/** A request to move points on one household's account. Its key makes it count once, however often it is sent. */
public sealed interface Order {

    UUID key();

    HouseholdRef household();

    /** Whether the key may have been used before; false only when it belongs to a record that was not there before. */
    default boolean mayBeRepeated() {
        return true;
    }

    /** A number that differs when the same key is used for something else; the day does not count, a retry may come later. */
    long fingerprint();

    /** Points come in. */
    record Award(UUID key, HouseholdRef household, PostingKind kind, long points, Terms terms, Cause cause)
            implements Order {

        public Award {
            requirePositive(points);
        }

        @Override
        public boolean mayBeRepeated() {
            return !terms.isFresh();
        }

        @Override
        public long fingerprint() {
            return mix(mix(seed(this), kind.number()), points) ^ cause.fingerprint();
        }
    }

    /** Points go out. */
    record Spend(UUID key, HouseholdRef household, PostingKind kind, long points, Cause cause) implements Order {

        public Spend {
            requirePositive(points);
        }

        @Override
        public long fingerprint() {
            return mix(mix(seed(this), -kind.number()), points) ^ cause.fingerprint();
        }
    }

    /**
     * An earlier posting is taken back, or what was set aside is settled.
     *
     * @param lots the lots that come back, for a release only
     */
    record Reverse(
            UUID key,
            HouseholdRef household,
            UUID target,
            Cause cause,
            Way way,
            @Nullable Lots lots) implements Order {

        public Reverse(UUID key, HouseholdRef household, UUID target, Cause cause) {
            this(key, household, target, cause, Way.TAKE_BACK, null);
        }

        @Override
        public long fingerprint() {
            var seed = mix(mix(seed(this), target.getMostSignificantBits()), target.getLeastSignificantBits());
            return way == Way.TAKE_BACK ? seed : mix(seed, way.mark);
        }
    }

    /** What a reversal does with its target. Whatever it is, a target is settled once. */
    enum Way {
        /** A gain or a loss is undone by a person, or because its record counts no more. */
        TAKE_BACK(0),
        /** What was set aside comes back in the lots it was taken from. */
        RELEASE(1),
        /** What was set aside is spent. */
        CAPTURE(2),
        /** One side of a gift is undone; both are, in one transaction. */
        UNDO_GIFT(3);

        /** Tells the ways apart in fingerprints, which are stored; it never changes. */
        private final int mark;

        Way(int mark) {
            this.mark = mark;
        }
    }

    /** Points that have run out of time are taken off; nothing else. */
    record Expire(UUID key, HouseholdRef household) implements Order {

        @Override
        public boolean mayBeRepeated() {
            return false;
        }

        @Override
        public long fingerprint() {
            return seed(this);
        }
    }

    /**
     * How points are given.
     *
     * @param businessDay the local day they count for
     * @param expiresOn the last day on which they are valid
     * @param rule the rule that gives them, or null
     * @param isFresh whether the key cannot have been used before
     */
    record Terms(
            LocalDate businessDay,
            LocalDate expiresOn,
            @Nullable RuleUse rule,
            boolean isFresh) {}

    /** @param cap points a household may get by this rule in a day, or null when there is no limit */
    record RuleUse(int number, int version, @Nullable Long cap) {}

    /**
     * @param activity the record behind it, or null
     * @param by the account that did it, or null
     * @param note why, in words, or null
     */
    record Cause(
            @Nullable UUID activity,
            @Nullable UUID by,
            @Nullable String note) {

        static final Cause NONE = new Cause(null, null, null);

        private long fingerprint() {
            var words = note == null ? 0 : note.hashCode();
            return activity == null
                    ? words
                    : mix(activity.getMostSignificantBits(), activity.getLeastSignificantBits()) ^ words;
        }
    }

    private static void requirePositive(long points) {
        if (points <= 0) {
            throw new IllegalArgumentException("Points that move are positive: " + points);
        }
    }

    private static long seed(Order order) {
        var household = order.household().id();
        return mix(household.getMostSignificantBits(), household.getLeastSignificantBits());
    }

    // the finaliser of MurmurHash3 over the sum of both; the same in every program, which hashCode() does not promise
    private static long mix(long first, long second) {
        var z = first * 0x9E3779B97F4A7C15L + second;
        z = (z ^ (z >>> 33)) * 0xff51afd7ed558ccdL;
        z = (z ^ (z >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return z ^ (z >>> 33);
    }
}

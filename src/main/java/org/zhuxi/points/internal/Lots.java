package org.zhuxi.points.internal;

import java.util.Arrays;

/**
 * The points of an account by the last day on which they are valid, soonest first, as flat pairs
 * {@code [epoch day, points, …]}. Each change makes a new value. What is spent is always what expires first.
 */
record Lots(long... pairs) {

    static final Lots NONE = new Lots();

    long total() {
        long total = 0;
        for (var i = 1; i < pairs.length; i += 2) {
            total += pairs[i];
        }
        return total;
    }

    boolean isEmpty() {
        return pairs.length == 0;
    }

    /** The last valid day of what expires first; the account must not be empty. */
    long soonestDay() {
        return pairs[0];
    }

    /** The last valid day of what expires last; there must be something. */
    long latestDay() {
        return pairs[pairs.length - 2];
    }

    /** How many points expire first. */
    long soonestPoints() {
        return pairs[1];
    }

    boolean hasExpiredBy(long today) {
        return pairs.length > 0 && pairs[0] < today;
    }

    /** What has not expired before that day. */
    Lots validOn(long today) {
        return new Lots(Arrays.copyOfRange(pairs, indexOf(today), pairs.length));
    }

    Lots add(long day, long points) {
        var at = indexOf(day);
        if (at < pairs.length && pairs[at] == day) {
            var changed = pairs.clone();
            changed[at + 1] = Math.addExact(changed[at + 1], points);
            return new Lots(changed);
        }
        var longer = new long[pairs.length + 2];
        System.arraycopy(pairs, 0, longer, 0, at);
        longer[at] = day;
        longer[at + 1] = points;
        System.arraycopy(pairs, at, longer, at + 2, pairs.length - at);
        return new Lots(longer);
    }

    Lots addAll(Lots others) {
        var sum = this;
        for (var i = 0; i < others.pairs.length; i += 2) {
            sum = sum.add(others.pairs[i], others.pairs[i + 1]);
        }
        return sum;
    }

    /** The lots that {@link #take} would take from. */
    Lots first(long points) {
        var left = points;
        var first = NONE;
        for (var i = 0; i < pairs.length && left > 0; i += 2) {
            var taken = Math.min(left, pairs[i + 1]);
            first = first.add(pairs[i], taken);
            left -= taken;
        }
        return first;
    }

    /** The same points, but none of them valid only to a day before the one named: those get the other day. */
    Lots prolonged(long before, long until) {
        var lots = NONE;
        for (var i = 0; i < pairs.length; i += 2) {
            lots = lots.add(pairs[i] < before ? until : pairs[i], pairs[i + 1]);
        }
        return lots;
    }

    /** Takes points, those that expire first before others. */
    Taken take(long points) {
        var left = points;
        var at = 0;
        while (at < pairs.length && left >= pairs[at + 1]) {
            left -= pairs[at + 1];
            at += 2;
        }
        if (left > 0 && at >= pairs.length) {
            throw new IllegalArgumentException("There are not " + points + " points to take");
        }
        var latest = left > 0 ? pairs[at] : pairs[at - 2];
        var rest = Arrays.copyOfRange(pairs, at, pairs.length);
        if (left > 0) {
            rest[1] -= left;
        }
        return new Taken(new Lots(rest), latest);
    }

    /** Takes points of that day as far as there are any, then those that expire first. */
    Lots takePreferring(long day, long points) {
        var at = indexOf(day);
        if (at >= pairs.length || pairs[at] != day) {
            return take(points).rest();
        }
        var fromThere = Math.min(points, pairs[at + 1]);
        var rest = without(at, fromThere);
        return fromThere == points ? rest : rest.take(points - fromThere).rest();
    }

    private Lots without(int at, long points) {
        if (points < pairs[at + 1]) {
            var changed = pairs.clone();
            changed[at + 1] -= points;
            return new Lots(changed);
        }
        var shorter = new long[pairs.length - 2];
        System.arraycopy(pairs, 0, shorter, 0, at);
        System.arraycopy(pairs, at + 2, shorter, at, pairs.length - at - 2);
        return new Lots(shorter);
    }

    private int indexOf(long day) {
        var at = 0;
        while (at < pairs.length && pairs[at] < day) {
            at += 2;
        }
        return at;
    }

    /** @param latest the last valid day among what was taken */
    record Taken(Lots rest, long latest) {}

    @Override
    public boolean equals(Object other) {
        return other instanceof Lots lots && Arrays.equals(pairs, lots.pairs);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(pairs);
    }

    @Override
    public String toString() {
        return Arrays.toString(pairs);
    }
}

package org.zhuxi.points.internal;

import java.util.Arrays;

/**
 * How many points each rule has given a household on its latest days, as flat triples {@code [epoch day, rule, points, …]}.
 * Days are kept a little longer than they are trusted, so that programs whose clocks differ never forget one too early.
 */
record CapUsage(long... triples) {

    static final CapUsage NONE = new CapUsage();
    private static final int DAYS_TRUSTED = 8;
    private static final int DAYS_KEPT = 10;

    /** Whether what is packed here is the whole truth about that day. */
    static boolean covers(long day, long today) {
        return day > today - DAYS_TRUSTED;
    }

    long used(long day, int rule) {
        var at = indexOf(day, rule);
        return at < 0 ? 0 : triples[at + 2];
    }

    /** Adds points, or takes back when negative, and forgets days long past. */
    CapUsage add(long day, int rule, long points, long today) {
        var at = indexOf(day, rule);
        if (at >= 0) {
            var changed = triples.clone();
            changed[at + 2] = Math.max(0, changed[at + 2] + points);
            return new CapUsage(changed);
        }
        if (points < 0) {
            return this;
        }
        var kept = recent(today);
        var longer = Arrays.copyOf(kept, kept.length + 3);
        longer[kept.length] = day;
        longer[kept.length + 1] = rule;
        longer[kept.length + 2] = points;
        return new CapUsage(longer);
    }

    private long[] recent(long today) {
        var kept = new long[triples.length];
        var length = 0;
        for (var i = 0; i < triples.length; i += 3) {
            if (triples[i] > today - DAYS_KEPT) {
                System.arraycopy(triples, i, kept, length, 3);
                length += 3;
            }
        }
        return length == kept.length ? kept : Arrays.copyOf(kept, length);
    }

    private int indexOf(long day, int rule) {
        for (var i = 0; i < triples.length; i += 3) {
            if (triples[i] == day && triples[i + 1] == rule) {
                return i;
            }
        }
        return -1;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof CapUsage usage && Arrays.equals(triples, usage.triples);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(triples);
    }

    @Override
    public String toString() {
        return Arrays.toString(triples);
    }
}

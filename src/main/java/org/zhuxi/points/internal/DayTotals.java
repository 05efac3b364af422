package org.zhuxi.points.internal;

import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.zhuxi.points.PostingKind;

/** What a batch adds to the accounts on the other side, by community, account and day, in the order of their rows. */
record DayTotals(List<Map.Entry<DayTotals.Key, DayTotals.Sum>> rows) {

    /** How many writers can add to the same day without waiting for each other. */
    static final int SLOTS = 16;

    private static final Comparator<Key> ROW_ORDER = Comparator.comparingInt(Key::community)
            .thenComparingInt(Key::purpose)
            .thenComparingLong(Key::day);

    record Key(int community, int purpose, long day) {}

    record Sum(long credits, long debits, long creditCount, long debitCount) {

        Sum plus(Sum other) {
            return new Sum(
                    Math.addExact(credits, other.credits),
                    Math.addExact(debits, other.debits),
                    creditCount + other.creditCount,
                    debitCount + other.debitCount);
        }
    }

    static DayTotals of(List<Posting> postings) {
        var sums = new TreeMap<Key, Sum>(ROW_ORDER);
        for (var posting : postings) {
            if (posting.counter().isKeptByDay()) {
                var key = new Key(
                        posting.household().community().value(),
                        posting.counter().number(),
                        posting.details().businessDay().toEpochDay());
                var points = posting.points();
                if (posting.kind() == PostingKind.CAPTURE) {
                    var held = new Key(key.community(), Counter.HELD.number(), key.day());
                    sums.merge(held, new Sum(0, points, 0, 1), Sum::plus);
                    sums.merge(key, new Sum(points, 0, 1, 0), Sum::plus);
                    continue;
                }
                sums.merge(key, posting.toHousehold() ? new Sum(0, points, 0, 1) : new Sum(points, 0, 1, 0), Sum::plus);
            }
        }
        return new DayTotals(List.copyOf(sums.entrySet()));
    }

    void bind(Columns columns) throws SQLException {
        columns.integers(rows, row -> row.getKey().community());
        columns.integers(rows, row -> row.getKey().purpose());
        columns.integers(rows, row -> (int) row.getKey().day());
        columns.longs(rows, row -> row.getValue().credits());
        columns.longs(rows, row -> row.getValue().debits());
        columns.longs(rows, row -> row.getValue().creditCount());
        columns.longs(rows, row -> row.getValue().debitCount());
    }
}

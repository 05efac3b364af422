package org.zhuxi.activity.internal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.activity.Activity;
import org.zhuxi.activity.ActivityState;
import org.zhuxi.kernel.CommunityId;

/** Keeps the sums of quantities by community, day, kind and state, by adding what changed. */
@Repository
class DailyTotals {

    private static final int SLOTS = 16;

    private final JdbcClient jdbc;

    DailyTotals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is counted together. Rows are always locked in this order. */
    record Key(CommunityId community, LocalDate day, String kind, String quantity, ActivityState state)
            implements Comparable<Key> {

        private static final Comparator<Key> ORDER = Comparator.comparing(Key::community)
                .thenComparing(Key::day)
                .thenComparing(Key::kind)
                .thenComparing(Key::quantity)
                .thenComparing(Key::state);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    /** How many records and how much. */
    record Sum(long records, BigDecimal total) {

        static final Sum NOTHING = new Sum(0, BigDecimal.ZERO);

        Sum plus(Sum other) {
            return new Sum(records + other.records, total.add(other.total));
        }

        Sum negated() {
            return new Sum(-records, total.negate());
        }

        boolean isNothing() {
            return records == 0 && total.signum() == 0;
        }
    }

    /** Changes that are collected before they are written in one statement. */
    static final class Change {

        private final Map<Key, Sum> sums = new TreeMap<>();

        Change counting(Collection<Activity> activities) {
            activities.forEach(activity -> add(activity, false));
            return this;
        }

        Change discounting(Collection<Activity> activities) {
            activities.forEach(activity -> add(activity, true));
            return this;
        }

        Map<Key, Sum> sums() {
            return sums;
        }

        private void add(Activity activity, boolean negative) {
            if (!Moved.counts(activity.state())) {
                return;
            }
            activity.quantities().forEach((quantity, value) -> {
                var sum = new Sum(1, value);
                sums.merge(
                        new Key(
                                activity.community(),
                                activity.localDate(),
                                activity.kind(),
                                quantity,
                                activity.state()),
                        negative ? sum.negated() : sum,
                        Sum::plus);
            });
        }
    }

    void apply(Change change) {
        List<Map.Entry<Key, Sum>> rows = new ArrayList<>(change.sums().entrySet());
        rows.removeIf(row -> row.getValue().isNothing());
        if (rows.isEmpty()) {
            return;
        }
        jdbc.sql("""
                        insert into activity.daily_total as sum
                            (community_id, local_date, kind, quantity, state, slot, records, total)
                        select community_id, local_date, kind, quantity, state, :slot, records, total
                        from unnest(cast(:communities as integer[]), cast(:days as date[]), cast(:kinds as text[]),
                            cast(:quantities as text[]), cast(:states as text[]), cast(:records as bigint[]),
                            cast(:totals as numeric[]))
                            with ordinality as change (community_id, local_date, kind, quantity, state, records, total, line)
                        order by line
                        on conflict (community_id, local_date, kind, quantity, state, slot) do update
                        set records = sum.records + excluded.records, total = sum.total + excluded.total""")
                .param("slot", Math.floorMod(Thread.currentThread().threadId(), SLOTS))
                .param(
                        "communities",
                        ActivityStore.texts(
                                rows, row -> row.getKey().community().value()))
                .param("days", ActivityStore.texts(rows, row -> row.getKey().day()))
                .param("kinds", ActivityStore.texts(rows, row -> row.getKey().kind()))
                .param(
                        "quantities",
                        ActivityStore.texts(rows, row -> row.getKey().quantity()))
                .param("states", ActivityStore.texts(rows, row -> row.getKey().state()))
                .param(
                        "records",
                        ActivityStore.texts(rows, row -> row.getValue().records()))
                .param(
                        "totals",
                        ActivityStore.texts(rows, row -> row.getValue().total().toPlainString()))
                .update();
    }
}

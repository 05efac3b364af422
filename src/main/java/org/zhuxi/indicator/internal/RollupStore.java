package org.zhuxi.indicator.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.zhuxi.indicator.ReportPeriod;
import org.zhuxi.kernel.CommunityId;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.platform.database.Rows;

/** Sums of measures at every place of every level; those of communities are their own values. */
@Repository
public class RollupStore {

    /** Held while sums change, so that two never add the same difference. */
    private static final long LOCK = 0x5A48_5558_4949_4E44L;

    /** Ends an insertion of what is to be added to the sums {@code r}. */
    static final String ADDED = """
            on conflict (measure, period, path) do update
            set verified = r.verified + excluded.verified,
                records = r.records + excluded.records,
                provisional = r.provisional + excluded.provisional,
                waiting = r.waiting + excluded.waiting,
                cell = r.cell + excluded.cell,
                at_least = r.at_least + excluded.at_least,
                at_most = r.at_most + excluded.at_most,
                about = r.about + excluded.about,
                places = r.places + excluded.places
            """;

    private final JdbcClient jdbc;

    RollupStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One place in one period. */
    public record At(PlacePath path, ReportPeriod period) {}

    /** A sum that is kept. */
    private record Key(String measure, String period, PlacePath path) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            return java.util.Comparator.comparing(Key::measure)
                    .thenComparing(Key::period)
                    .thenComparing(key -> key.path().value())
                    .compare(this, other);
        }
    }

    void lock() {
        jdbc.sql("select pg_advisory_xact_lock(:lock)")
                .param("lock", LOCK)
                .query((row, number) -> number)
                .list();
    }

    /**
     * Adds changes everywhere above their places, and at these themselves when they are no communities, in one statement.
     *
     * @param alone measures that hold where they were measured only
     */
    void add(List<LeafStore.Change> changes, Collection<String> alone) {
        var sums = new HashMap<Key, Tally>();
        for (var change : changes) {
            if (change.by().isNothing()) {
                continue;
            }
            summedAt(change, alone)
                    .forEach(path -> sums.merge(
                            new Key(change.measure(), change.period().code(), path), change.by(), Tally::plus));
        }
        var rows = new ArrayList<>(sums.entrySet());
        rows.removeIf(row -> row.getValue().isNothing());
        rows.sort(Map.Entry.comparingByKey());
        if (!rows.isEmpty()) {
            write(rows);
        }
    }

    private static List<PlacePath> summedAt(LeafStore.Change change, Collection<String> alone) {
        var above = change.path().andAbove();
        var from = change.community() == 0 ? 0 : 1;
        return above.subList(from, alone.contains(change.measure()) ? 1 : above.size());
    }

    private void write(List<Map.Entry<Key, Tally>> rows) {
        jdbc.sql("""
                        insert into indicator.rollup as r
                            (measure, period, path, parent, verified, records, provisional, waiting, cell, at_least, at_most,
                                about, places)
                        select *
                        from unnest(cast(:measures as text[]), cast(:periods as text[]), cast(:paths as text[]),
                            cast(:parents as text[]), cast(:verified as numeric[]), cast(:records as bigint[]),
                            cast(:provisional as numeric[]), cast(:waiting as bigint[]), cast(:cells as bigint[]),
                            cast(:atLeast as bigint[]), cast(:atMost as bigint[]), cast(:about as bigint[]),
                            cast(:places as bigint[]))
                        """ + ADDED)
                .param("measures", Rows.texts(rows, row -> row.getKey().measure()))
                .param("periods", Rows.texts(rows, row -> row.getKey().period()))
                .param("paths", Rows.texts(rows, row -> row.getKey().path().value()))
                .param("parents", Rows.texts(rows, row -> parentOf(row.getKey().path())))
                .param(
                        "verified",
                        Rows.texts(rows, row -> row.getValue().verified().toPlainString()))
                .param("records", Rows.texts(rows, row -> row.getValue().records()))
                .param(
                        "provisional",
                        Rows.texts(rows, row -> row.getValue().provisional().toPlainString()))
                .param("waiting", Rows.texts(rows, row -> row.getValue().waiting()))
                .param("cells", Rows.texts(rows, row -> row.getValue().cell()))
                .param("atLeast", Rows.texts(rows, row -> row.getValue().atLeast()))
                .param("atMost", Rows.texts(rows, row -> row.getValue().atMost()))
                .param("about", Rows.texts(rows, row -> row.getValue().about()))
                .param("places", Rows.texts(rows, row -> row.getValue().places()))
                .update();
    }

    /** The place directly above, or null for the nation. */
    static @org.jspecify.annotations.Nullable String parentOf(PlacePath path) {
        var above = path.andAbove();
        if (path.equals(PlacePath.NATION)) {
            return null;
        }
        return above.get(1).value();
    }

    /** What is known of measures at places in periods, by place and period and then by measure. */
    public Map<At, Map<String, Tally>> at(
            Collection<String> measures, Collection<PlacePath> paths, Collection<ReportPeriod> periods) {
        return read("indicator.v_tally", "path", paths(paths), measures, periods);
    }

    /** What is known of measures at the places directly below one. */
    public Map<At, Map<String, Tally>> below(
            Collection<String> measures, PlacePath parent, Collection<ReportPeriod> periods) {
        return read("indicator.v_tally", "parent", paths(List.of(parent)), measures, periods);
    }

    /** What is known of measures in communities; many are found faster by their numbers than by their paths. */
    public Map<At, Map<String, Tally>> of(
            Collection<String> measures, Collection<CommunityId> communities, Collection<ReportPeriod> periods) {
        if (communities.isEmpty()) {
            return Map.of();
        }
        var numbers = communities.stream().map(CommunityId::value).sorted().toArray(Integer[]::new);
        return read(
                LEAVES.formatted(numbers[0], numbers[numbers.length - 1]), "community_id", numbers, measures, periods);
    }

    /** The bounds tell the planner that the communities lie beside each other; thousands of numbers make it read all there are. */
    private static final String LEAVES = """
            (select *, (records > 0)::integer::bigint as places
            from indicator.place_value
            where community_id between %d and %d) leaf""";

    private static String[] paths(Collection<PlacePath> paths) {
        return paths.stream().map(PlacePath::value).toArray(String[]::new);
    }

    private Map<At, Map<String, Tally>> read(
            String from, String key, Object[] keys, Collection<String> measures, Collection<ReportPeriod> periods) {
        var found = new HashMap<At, Map<String, Tally>>();
        var asked = periods.stream().collect(Collectors.toMap(ReportPeriod::code, Function.identity()));
        var known = new HashMap<String, PlacePath>();
        jdbc.sql("""
                        select measure, period, path, %s, places
                        from %s
                        where measure = any(:measures) and period = any(:periods) and %s = any(:keys)
                        """.formatted(LeafSql.TALLY, from, key))
                .param("measures", measures.toArray(String[]::new))
                .param("periods", periods.stream().map(ReportPeriod::code).toArray(String[]::new))
                .param("keys", keys)
                .query(row -> {
                    var at = new At(
                            known.computeIfAbsent(row.getString("path"), PlacePath::new),
                            Objects.requireNonNull(asked.get(row.getString("period"))));
                    found.computeIfAbsent(at, any -> new HashMap<>())
                            .put(row.getString("measure"), TallyRows.tally(row));
                });
        return found;
    }

    /** The periods for which anything is known of measures at or below a place, the latest first. */
    public List<ReportPeriod> periods(Collection<String> measures, PlacePath path) {
        return jdbc
                .sql("""
                        select distinct period
                        from indicator.v_tally
                        where measure = any(:measures) and path = :path and records + waiting > 0
                        order by period desc
                        """)
                .param("measures", measures.toArray(String[]::new))
                .param("path", path.value())
                .query(String.class)
                .list()
                .stream()
                .flatMap(period -> ReportPeriod.parse(period).stream())
                .toList();
    }
}

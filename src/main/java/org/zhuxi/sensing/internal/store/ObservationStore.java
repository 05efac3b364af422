package org.zhuxi.sensing.internal.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.zhuxi.platform.database.BinaryCopy;

/** Writes observations: one statement for the state of all streams of a batch, one COPY for the rows. */
@Repository
class ObservationStore {

    private static final int BITS = EntityReader.STREAM_BITS;

    private static final String RESERVE = """
            update sensing.stream_state c
            set next_number = c.next_number + g.rows,
                observations = c.observations + g.rows,
                first_at = least(c.first_at, g.first_at),
                last_at = greatest(c.last_at, g.last_at),
                first_result_at = least(c.first_result_at, g.first_result_at),
                last_result_at = greatest(c.last_result_at, g.last_result_at),
                last_item = g.item
            from unnest(?::bigint[], ?::integer[], ?::timestamptz[], ?::timestamptz[], ?::timestamptz[],
                ?::timestamptz[], ?::uuid[])
                g(stream_id, rows, first_at, last_at, first_result_at, last_result_at, item)
            where c.stream_id = g.stream_id
            and c.last_item is distinct from g.item
            returning c.stream_id, c.next_number - g.rows as first_number
            """;
    private static final int FEW = 64;

    private final FewObservations few = new FewObservations(RESERVE, BITS);
    private final JdbcTemplate jdbc;
    private final DataSource database;

    ObservationStore(JdbcTemplate jdbc, DataSource database) {
        this.jdbc = jdbc;
        this.database = database;
    }

    /** Observations of one stream that are kept together or not at all. @param id the same when it is tried again */
    record Item(UUID id, long stream, List<NewObservation> rows) {

        Item {
            rows = List.copyOf(rows);
        }
    }

    /**
     * Keeps them, in the running transaction. The same items after a lost connection are found kept.
     *
     * @return for each item the id of its first observation, the others following; 0 when the stream is gone
     */
    List<Long> write(List<Item> items) {
        var sums = new TreeMap<Long, Sum>();
        items.forEach(
                item -> sums.computeIfAbsent(item.stream(), any -> new Sum()).add(item));
        if (items.stream().mapToInt(item -> item.rows().size()).sum() <= FEW) {
            return firsts(items, insert(items, sums));
        }
        var next = reserve(sums);
        var copy = new BinaryCopy(
                "sensing.observation",
                "stream_id",
                "start_at",
                "id",
                "end_at",
                "result_kind",
                "result_num",
                "result_text",
                "result_json",
                "result_at",
                "valid_from",
                "valid_to",
                "feature_id",
                "parameters",
                "quality");
        var firsts = new ArrayList<Long>(items.size());
        for (var item : items) {
            var stream = item.stream();
            var number = next.numbers().get(stream);
            if (number == null) {
                firsts.add(0L);
                continue;
            }
            firsts.add((stream << BITS) + number);
            next.numbers().put(stream, number + item.rows().size());
            if (!next.kept().contains(stream)) {
                rows(copy, stream, number, item.rows());
            }
        }
        copy.send(database);
        return firsts;
    }

    private Map<Long, Long> insert(List<Item> items, Map<Long, Sum> sums) {
        var all = List.copyOf(sums.entrySet());
        var numbers = new HashMap<Long, Long>();
        jdbc.query(connection -> few.bind(update(connection.prepareStatement(few.sql()), all), items), row -> {
            numbers.merge(row.getLong(1), row.getLong(2) - (row.getLong(1) << BITS), Math::min);
        });
        if (numbers.size() < all.size()) {
            again(sums, numbers, new ArrayList<>());
        }
        return numbers;
    }

    private static List<Long> firsts(List<Item> items, Map<Long, Long> numbers) {
        var firsts = new ArrayList<Long>(items.size());
        for (var item : items) {
            var number = numbers.get(item.stream());
            firsts.add(number == null ? 0 : (item.stream() << BITS) + number);
            if (number != null) {
                numbers.put(item.stream(), number + item.rows().size());
            }
        }
        return firsts;
    }

    private static void rows(BinaryCopy copy, long stream, long first, List<NewObservation> rows) {
        var number = first;
        for (var row : rows) {
            var result = row.result();
            copy.row()
                    .bigint(stream)
                    .instant(row.start())
                    .bigint((stream << BITS) + number++)
                    .instant(row.end())
                    .smallint(result.kind().ordinal())
                    .real(result.number())
                    .text(result.text())
                    .jsonb(result.json())
                    .instant(row.resultAt())
                    .instant(row.validFrom())
                    .instant(row.validTo())
                    .bigint(row.feature())
                    .jsonb(row.parameters())
                    .jsonb(row.quality());
        }
    }

    /** @param numbers the first number of each stream @param kept streams whose rows a lost connection had kept already */
    private record Reserved(Map<Long, Long> numbers, List<Long> kept) {}

    private Reserved reserve(Map<Long, Sum> sums) {
        var all = List.copyOf(sums.entrySet());
        var numbers = new HashMap<Long, Long>();
        var kept = new ArrayList<Long>();
        jdbc.query(connection -> update(connection.prepareStatement(RESERVE), all), row -> {
            numbers.put(row.getLong(1), row.getLong(2));
        });
        if (numbers.size() < all.size()) {
            again(sums, numbers, kept);
        }
        return new Reserved(numbers, kept);
    }

    private void again(Map<Long, Sum> sums, Map<Long, Long> numbers, List<Long> kept) {
        var missing = sums.keySet().stream()
                .filter(id -> !numbers.containsKey(id))
                .mapToLong(Long::longValue)
                .toArray();
        jdbc.query(
                "select stream_id, next_number from sensing.stream_state where stream_id = any(?)",
                row -> {
                    var stream = row.getLong(1);
                    numbers.put(stream, row.getLong(2) - Objects.requireNonNull(sums.get(stream)).rows);
                    kept.add(stream);
                },
                missing);
    }

    private static PreparedStatement update(PreparedStatement statement, List<Map.Entry<Long, Sum>> all)
            throws SQLException {
        var connection = statement.getConnection();
        statement.setObject(1, all.stream().mapToLong(Map.Entry::getKey).toArray());
        statement.setObject(2, all.stream().mapToInt(one -> one.getValue().rows).toArray());
        statement.setArray(3, connection.createArrayOf("timestamptz", times(all, sum -> sum.first)));
        statement.setArray(4, connection.createArrayOf("timestamptz", times(all, sum -> sum.last)));
        statement.setArray(5, connection.createArrayOf("timestamptz", times(all, sum -> sum.firstResult)));
        statement.setArray(6, connection.createArrayOf("timestamptz", times(all, sum -> sum.lastResult)));
        statement.setArray(
                7,
                connection.createArrayOf(
                        "uuid", all.stream().map(one -> one.getValue().item).toArray()));
        return statement;
    }

    private static @Nullable OffsetDateTime[] times(
            List<Map.Entry<Long, Sum>> all, Function<Sum, @Nullable Instant> time) {
        return all.stream().map(one -> Values.at(time.apply(one.getValue()))).toArray(OffsetDateTime[]::new);
    }

    /**
     * Locks streams, one by one, so that nothing of theirs is dropped while their hours are forgotten.
     */
    private void lock(long[] streams) {
        Arrays.stream(streams)
                .sorted()
                .forEach(stream ->
                        jdbc.queryForList("select 1 from sensing.stream_state where stream_id = ? for update", stream));
    }

    /**
     * Reads the state of streams again after observations were changed or deleted; their hours and what is tapped from them are reckoned
     * anew, except hours that stand for what was dropped.
     */
    void restate(long[] streams) {
        lock(streams);
        jdbc.update("""
                delete from sensing.hour_sum h
                using sensing.stream_state c
                where h.stream_id = any(?)
                and c.stream_id = h.stream_id
                and (c.dropped_until is null or h.hour_at >= c.dropped_until)
                """, (Object) streams);
        jdbc.update("delete from sensing.stream_rolled where stream_id = any(?)", (Object) streams);
        jdbc.update("update sensing.tap set read_number = 0 where stream_id = any(?)", (Object) streams);
        jdbc.update("""
                update sensing.stream_state c
                set observations = g.observations, first_at = g.first_at, last_at = g.last_at,
                    first_result_at = g.first_result_at, last_result_at = g.last_result_at
                from (
                    select k.id, count(o.id) as observations, min(o.start_at) as first_at,
                        max(coalesce(o.end_at, o.start_at)) as last_at, min(o.result_at) as first_result_at,
                        max(o.result_at) as last_result_at
                    from unnest(?::bigint[]) k(id)
                    left join sensing.observation o on o.stream_id = k.id
                    group by k.id) g
                where c.stream_id = g.id
                """, (Object) streams);
    }

    /** What the rows of one stream in a batch come to. */
    private static final class Sum {

        private int rows;
        private @Nullable Instant first;
        private @Nullable Instant last;
        private @Nullable Instant firstResult;
        private @Nullable Instant lastResult;
        private @Nullable UUID item;

        private void add(Item given) {
            item = given.id();
            rows += given.rows().size();
            for (var row : given.rows()) {
                var end = row.end();
                first = first == null || row.start().isBefore(first) ? row.start() : first;
                last = later(last, end == null ? row.start() : end);
                var result = row.resultAt();
                if (result != null) {
                    firstResult = firstResult == null || result.isBefore(firstResult) ? result : firstResult;
                    lastResult = later(lastResult, result);
                }
            }
        }

        private static Instant later(@Nullable Instant one, Instant other) {
            return one == null || other.isAfter(one) ? other : one;
        }
    }
}

package org.zhuxi.governance.internal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.zhuxi.governance.Placed;
import org.zhuxi.kernel.PlacePath;
import org.zhuxi.kernel.Slice;
import org.zhuxi.platform.database.Rows;

/**
 * One table of what is kept at a place.
 *
 * @param table its name, with the schema
 * @param select reads its rows, up to the condition
 * @param searched expression in which words are looked for
 */
record PlacedRows<T extends Placed>(
        JdbcClient jdbc, String table, String select, String searched, RowMapper<T> mapper) {

    static <T extends Placed> PlacedRows<T> of(JdbcClient jdbc, String table, String searched, RowMapper<T> mapper) {
        return new PlacedRows<>(jdbc, table, "select * from " + table + "\n", searched, mapper);
    }

    /** Binds {@code community} and {@code id}. */
    StatementSpec of(T it, String sql) {
        return jdbc.sql(sql).param("community", it.community().value()).param("id", it.id());
    }

    /** Binds what every new row has: its keys, {@code place}, {@code path}, {@code origin}, {@code by} and {@code at}. */
    StatementSpec ofNew(T it, UUID by, Instant at, String sql) {
        return of(it, sql)
                .param("place", it.place())
                .param("path", it.path().value())
                .param("origin", it.origin().name())
                .param("by", by)
                .param("at", Rows.at(at));
    }

    Optional<T> find(UUID id) {
        return jdbc.sql(select + "where id = :id").param("id", id).query(mapper).optional();
    }

    /** Locks the row alone until the transaction ends. */
    void lock(T it) {
        lock(it, "update");
    }

    /** The row as it is once it is locked. @param strength {@code update}, or {@code share} to lock it together with others */
    Optional<T> lock(UUID id, String strength) {
        return find(id).flatMap(found -> {
            lock(found, strength);
            return find(id);
        });
    }

    private void lock(T it, String strength) {
        of(it, "select 1 from " + table + " where community_id = :community and id = :id for " + strength)
                .query(Integer.class)
                .single();
    }

    /** Rows at or below a place in which these words stand, the latest first. */
    Slice<T> list(PlacePath at, String words, int limit, @Nullable UUID after) {
        return list("true", Map.of(), at, words, limit, after);
    }

    /** The same, of those of which a condition with these values holds. */
    Slice<T> list(
            String condition, Map<String, ?> values, PlacePath at, String words, int limit, @Nullable UUID after) {
        var found = jdbc.sql(select + """
                        where (place_path = :path or place_path like :below)
                        and (:words = '' or position(lower(:words) in lower(%s)) > 0)
                        and %s
                        and (cast(:after as uuid) is null or id < :after)
                        order by id desc
                        limit :limit
                        """.formatted(searched, condition))
                .params(values)
                .param("path", at.value())
                .param("below", at.below())
                .param("words", words)
                .param("after", after)
                .param("limit", limit + 1)
                .query(mapper)
                .list();
        return Slice.of(found, limit, it -> it.id().toString());
    }
}

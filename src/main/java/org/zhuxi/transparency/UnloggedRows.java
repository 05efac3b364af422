package org.zhuxi.transparency;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Rows of one table that no batch of the log has claimed, because they are older than the log. */
public final class UnloggedRows {

    private final JdbcClient jdbc;
    private final String table;

    /** @param table with its schema, not from user input; it has the columns community_id, id and log_batch */
    public UnloggedRows(JdbcClient jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    public long count() {
        return jdbc.sql("select count(*) from " + table + " where log_batch is null")
                .query(Long.class)
                .single();
    }

    /** Ids of the next ones by community, at most so many in all; empty when there are none left. */
    public SortedMap<Integer, List<UUID>> next(int most) {
        record Key(int community, UUID id) {}
        return jdbc.sql("""
                        select community_id as community, id
                        from %s
                        where log_batch is null
                        order by community_id, id
                        limit :most""".formatted(table)).param("most", most).query(Key.class).list().stream()
                .collect(Collectors.groupingBy(
                        Key::community, TreeMap::new, Collectors.mapping(Key::id, Collectors.toList())));
    }
}

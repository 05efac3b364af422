package org.zhuxi.sensing.internal.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.kernel.PlacePath;

/** Remembers for a second what streams are, so that an observation costs no look-ups. */
@Repository
public class Streams {

    private static final String SELECT = """
            select s.id, s.thing_id, t.community_id, t.place_path, t.is_open,
                case when s.is_multi then jsonb_array_length(s.data_types) else 0 end as parts,
                (select l.feature_id
                    from sensing.thing_location tl
                    join sensing.location l on l.id = tl.location_id
                    where tl.thing_id = t.id
                    and l.encoding_type in ('application/geo+json', 'application/vnd.geo+json')
                    order by l.id
                    limit 1) as feature_id
            from sensing.stream s
            join sensing.thing t on t.id = s.thing_id
            """;

    private final JdbcTemplate jdbc;
    private final LoadingCache<Long, Optional<StreamFacts>> cache;

    Streams(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
        this.cache = Caffeine.newBuilder()
                .maximumSize(100_000)
                .expireAfterWrite(Duration.ofSeconds(1))
                .build(this::read);
    }

    public Optional<StreamFacts> find(long id) {
        return TransactionSynchronizationManager.isActualTransactionActive() ? read(id) : cache.get(id);
    }

    private Optional<StreamFacts> read(long id) {
        return jdbc.query(SELECT + "where s.id = ?", (row, number) -> facts(row), id).stream()
                .findFirst();
    }

    private static StreamFacts facts(java.sql.ResultSet row) throws java.sql.SQLException {
        return new StreamFacts(
                row.getLong("id"),
                row.getLong("thing_id"),
                row.getInt("community_id"),
                new PlacePath(row.getString("place_path")),
                row.getBoolean("is_open"),
                row.getObject("feature_id", Long.class),
                row.getInt("parts"));
    }

    /** Which of these are MultiDatastreams. */
    public Map<Long, Boolean> areMulti(Collection<Long> ids) {
        var found = new HashMap<Long, Boolean>();
        cache.getAll(ids)
                .forEach((id, facts) ->
                        found.put(id, facts.map(StreamFacts::isMulti).orElse(false)));
        return found;
    }

    /** Forgets what it knew, once what is being changed is kept. */
    public void forget() {
        if (TransactionSynchronizationManager.isSynchronizationActive()) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void afterCommit() {
                    cache.invalidateAll();
                }
            });
        } else {
            cache.invalidateAll();
        }
    }
}

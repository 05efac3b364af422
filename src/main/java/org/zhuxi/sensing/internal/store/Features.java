package org.zhuxi.sensing.internal.store;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.zhuxi.sensing.internal.model.EntityType;
import org.zhuxi.sensing.internal.query.StaError;

/** What observations are about. Where a client names nothing, it is the place of the thing. */
@Repository
class Features {

    private final JdbcTemplate jdbc;
    private final Streams streams;
    private final Changes changes;
    private final TransactionOperations transactions;
    private final LoadingCache<Long, Boolean> known;

    Features(JdbcTemplate jdbc, Streams streams, Changes changes, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.streams = streams;
        this.changes = changes;
        this.transactions = transactions;
        this.known = Caffeine.newBuilder()
                .maximumSize(10_000)
                .expireAfterWrite(Duration.ofSeconds(1))
                .build(this::isThere);
    }

    /** @throws StaError when there is no such feature */
    long get(long id) {
        var isThere = TransactionSynchronizationManager.isActualTransactionActive() ? isThere(id) : known.get(id);
        if (!isThere) {
            throw StaError.bad("There is no FeatureOfInterest " + id);
        }
        return id;
    }

    private boolean isThere(long id) {
        return Objects.requireNonNull(
                jdbc.queryForObject("select exists (select from sensing.feature where id = ?)", Boolean.class, id));
    }

    /**
     * The feature made from the place of the stream's thing, made now if need be.
     *
     * @throws StaError when the thing has no place in GeoJSON
     */
    long of(StreamFacts stream) {
        var feature = stream.feature();
        return feature == null
                ? Objects.requireNonNull(transactions.execute(transaction -> make(stream.thing())))
                : feature;
    }

    private long make(long thing) {
        var location = jdbc.queryForList("""
                select l.id
                from sensing.location l
                where l.id in (select tl.location_id from sensing.thing_location tl where tl.thing_id = ?)
                and l.encoding_type in ('application/geo+json', 'application/vnd.geo+json')
                order by l.id
                limit 1
                for update
                """, Long.class, thing).stream()
                .findFirst()
                .orElseThrow(() -> StaError.bad(
                        "The observation names no FeatureOfInterest, and its Thing has no Location to make one from"));
        var known = jdbc.queryForObject("select feature_id from sensing.location where id = ?", Long.class, location);
        if (known != null) {
            return known;
        }
        var made = Objects.requireNonNull(jdbc.queryForObject("""
                insert into sensing.feature
                    (community_id, place_path, is_open, name, description, encoding_type, feature, west, south, east, north)
                select community_id, place_path, is_open, name, description, encoding_type, location, west, south, east, north
                from sensing.location
                where id = ?
                returning id
                """, Long.class, location));
        jdbc.update("update sensing.location set feature_id = ? where id = ?", made, location);
        streams.forget();
        changes.tell(EntityType.FEATURE_OF_INTEREST, made);
        return made;
    }
}

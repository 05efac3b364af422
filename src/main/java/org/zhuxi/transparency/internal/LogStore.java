package org.zhuxi.transparency.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The log's own rows. */
@Repository
class LogStore {

    /** Any fixed number; whoever holds it in a transaction is the only sequencer. */
    private static final long SEQUENCER = 0x5A68_7578_694C_6F67L;

    private final JdbcClient jdbc;

    LogStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param checkpoint the signed note over size and root */
    record Head(
            String origin,
            String verifierKey,
            long size,
            byte[] root,
            byte[] edge,
            String checkpoint,
            Instant signedAt) {

        Checkpoint tree() {
            return new Checkpoint(origin, size, root);
        }
    }

    /** @param firstLeaf place of its first leaf, or null while it waits */
    record Batch(
            long number,
            int month,
            byte[] entries,
            byte[] leaves,
            @Nullable Long firstLeaf) {

        int count() {
            return leaves.length / TreeHasher.LENGTH;
        }
    }

    /** A batch that waits for its place. */
    record Waiting(long number, byte[] leaves) {}

    /** @param note with the signatures of log and witnesses */
    record Published(long size, byte[] root, String note, Instant publishedAt) {}

    /** Whether this transaction is now the only one that may append; the lock goes with the transaction. */
    boolean tryLock() {
        return jdbc.sql("select pg_try_advisory_xact_lock(:key)")
                .param("key", SEQUENCER)
                .query(Boolean.class)
                .single();
    }

    Optional<Head> find() {
        return jdbc.sql("select origin, verifier_key, size, root, edge, checkpoint, signed_at from transparency.log")
                .query(LogStore::head)
                .optional();
    }

    private static Head head(ResultSet row, int number) throws SQLException {
        return new Head(
                row.getString("origin"),
                row.getString("verifier_key"),
                row.getLong("size"),
                row.getBytes("root"),
                row.getBytes("edge"),
                row.getString("checkpoint"),
                row.getObject("signed_at", OffsetDateTime.class).toInstant());
    }

    void begin(Head head) {
        jdbc.sql("""
                        insert into transparency.log (id, origin, verifier_key, size, root, edge, checkpoint, signed_at)
                        values (1, :origin, :key, :size, :root, :edge, :checkpoint, :at)""")
                .param("origin", head.origin())
                .param("key", head.verifierKey())
                .param("size", head.size())
                .param("root", head.root())
                .param("edge", head.edge())
                .param("checkpoint", head.checkpoint())
                .param("at", head.signedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /** @return whether the log still had the size it grew from */
    boolean grow(long from, Head to) {
        return jdbc.sql("""
                                update transparency.log
                                set size = :size, root = :root, edge = :edge, checkpoint = :checkpoint, signed_at = :at
                                where size = :from""")
                        .param("size", to.size())
                        .param("root", to.root())
                        .param("edge", to.edge())
                        .param("checkpoint", to.checkpoint())
                        .param("at", to.signedAt().atOffset(ZoneOffset.UTC))
                        .param("from", from)
                        .update()
                == 1;
    }

    /** Batches that have no place yet, the earliest first. */
    List<Waiting> waiting(int most) {
        return jdbc.sql("""
                        select batch, leaves
                        from transparency.batch
                        where first_leaf is null
                        order by batch
                        limit :most""")
                .param("most", most)
                .query((row, number) -> new Waiting(row.getLong("batch"), row.getBytes("leaves")))
                .list();
    }

    long countWaiting() {
        return jdbc.sql("select coalesce(sum(leaf_count), 0) from transparency.batch where first_leaf is null")
                .query(Long.class)
                .single();
    }

    void place(Map<Long, Long> firstLeaves) {
        jdbc.sql("""
                        update transparency.batch b
                        set first_leaf = placed.first_leaf
                        from unnest(cast(:batches as bigint[]), cast(:leaves as bigint[])) as placed (batch, first_leaf)
                        where b.batch = placed.batch""")
                .param("batches", firstLeaves.keySet().toArray(Long[]::new))
                .param("leaves", firstLeaves.values().toArray(Long[]::new))
                .update();
    }

    Optional<Batch> findBatch(long number) {
        return jdbc.sql("select batch, month, entries, leaves, first_leaf from transparency.batch where batch = :batch")
                .param("batch", number)
                .query(LogStore::batch)
                .optional();
    }

    /** Batches with a place that hold leaves from {@code from} on, up to {@code to} excluded, in order. */
    List<Batch> placed(long from, long to) {
        return jdbc.sql("""
                        select batch, month, entries, leaves, first_leaf
                        from transparency.batch
                        where first_leaf >= (
                            select max(first_leaf) from transparency.batch where first_leaf <= :from)
                        and first_leaf < :to
                        order by first_leaf""")
                .param("from", from)
                .param("to", to)
                .query(LogStore::batch)
                .list();
    }

    private static Batch batch(ResultSet row, int number) throws SQLException {
        return new Batch(
                row.getLong("batch"),
                row.getInt("month"),
                row.getBytes("entries"),
                row.getBytes("leaves"),
                row.getObject("first_leaf", Long.class));
    }

    /** Adds hashes at the end of a tile. */
    void extendTile(int level, long number, byte[] hashes) {
        jdbc.sql("""
                        insert into transparency.tile as tile (level, number, hashes)
                        values (:level, :number, :hashes)
                        on conflict (level, number) do update
                        set hashes = tile.hashes || excluded.hashes""")
                .param("level", level)
                .param("number", number)
                .param("hashes", hashes)
                .update();
    }

    Optional<byte[]> findTile(int level, long number) {
        return jdbc.sql("select hashes from transparency.tile where level = :level and number = :number")
                .param("level", level)
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void publish(Checkpoint tree, String note, Instant at) {
        jdbc.sql("""
                        insert into transparency.checkpoint as kept (day, size, root, note, published_at)
                        values (:day, :size, :root, :note, :at)
                        on conflict (day) do update
                        set size = excluded.size, root = excluded.root, note = excluded.note,
                            published_at = excluded.published_at
                        where kept.size <= excluded.size""")
                .param("day", at.atOffset(ZoneOffset.UTC).toLocalDate())
                .param("size", tree.size())
                .param("root", tree.root())
                .param("note", note)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Published> published() {
        return published(1).stream().findFirst();
    }

    /** The latest of each day, the latest day first. */
    List<Published> published(int days) {
        return jdbc.sql("""
                        select size, root, note, published_at
                        from transparency.checkpoint
                        order by size desc, day desc
                        limit :days""")
                .param("days", days)
                .query((row, number) -> new Published(
                        row.getLong("size"),
                        row.getBytes("root"),
                        row.getString("note"),
                        row.getObject("published_at", OffsetDateTime.class).toInstant()))
                .list();
    }

    /** @param size what the witness has seen last; kept when the attempt failed */
    void witnessed(String name, long size, @Nullable Instant cosignedAt, @Nullable String failure, Instant at) {
        jdbc.sql("""
                        insert into transparency.witness as known (name, size, cosigned_at, failure, tried_at)
                        values (:name, :size, :cosigned, :failure, :at)
                        on conflict (name) do update
                        set size = excluded.size, cosigned_at = coalesce(excluded.cosigned_at, known.cosigned_at),
                            failure = excluded.failure, tried_at = excluded.tried_at""")
                .param("name", name)
                .param("size", size)
                .param("cosigned", cosignedAt == null ? null : cosignedAt.atOffset(ZoneOffset.UTC))
                .param("failure", failure)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    Collection<WitnessRow> witnesses() {
        return jdbc.sql("select name, size, cosigned_at, failure, tried_at from transparency.witness order by name")
                .query(WitnessRow.class)
                .list();
    }

    /** What is known of a witness. */
    record WitnessRow(
            String name,
            long size,
            @Nullable Instant cosignedAt,
            @Nullable String failure,
            Instant triedAt) {}
}
